import { settingCookie } from "./setting-cookie";

const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = "baton-theme";

/** The theme that a cookie's value names; anything unknown means "follow the system". */
export function parseTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}

/** The cookie text for `document.cookie`. */
export function themeCookie(theme: Theme): string {
  return settingCookie(THEME_COOKIE, theme);
}
