"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { classNames } from "../ui/class-names";
import { type Theme, themeCookie } from "./theme";

const choices = [
  { theme: "light", label: "Light", Icon: Sun },
  { theme: "system", label: "As the system", Icon: Monitor },
  { theme: "dark", label: "Dark", Icon: Moon },
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
    <fieldset aria-label="Theme" className="flex rounded-control border border-line p-px">
      {choices.map(({ theme, label, Icon }) => (
        <button
          key={theme}
          type="button"
          aria-pressed={theme === chosen}
          aria-label={label}
          title={label}
          onClick={() => choose(theme)}
          className={classNames(
            "grid h-6.5 w-7.5 place-items-center rounded-[6px] pointer-coarse:size-9",
            theme === chosen
              ? "bg-line text-ink forced-colors:border"
              : "text-faint hover:text-ink",
          )}
        >
          <Icon aria-hidden="true" className="size-3.5" />
        </button>
      ))}
    </fieldset>
  );
}
