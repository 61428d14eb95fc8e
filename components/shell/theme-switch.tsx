"use client";

import { useState } from "react";
import { type Theme, themeCookie } from "./theme";

const choices = [
  { theme: "light", label: "Light", look: "theme-choice theme-choice-light" },
  { theme: "system", label: "As the system", look: "theme-choice" },
  { theme: "dark", label: "Dark", look: "theme-choice theme-choice-dark" },
] as const;

/** Light, dark, or as the system has it; kept in a cookie, so that the server draws it right. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const [chosen, setChosen] = useState<Theme>(initial);

  function choose(theme: Theme) {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari before 18.4.
    document.cookie = themeCookie(theme);
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    setChosen(theme);
  }

  return (
    <fieldset
      aria-label="Theme"
      className="flex rounded-control border border-line p-px pointer-coarse:p-0"
    >
      {choices.map(({ theme, label, look }) => (
        <button
          key={theme}
          type="button"
          aria-pressed={theme === chosen}
          aria-label={label}
          title={label}
          onClick={() => choose(theme)}
          className={look}
        />
      ))}
    </fieldset>
  );
}
