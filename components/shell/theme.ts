export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = "baton-theme";
const ONE_YEAR_IN_SECONDS = 31_536_000;

/** The theme that a cookie's value names; anything unknown means "follow the system". */
export function parseTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}

/** The cookie text for `document.cookie`. Not a secret, and the server reads it: hence not HttpOnly. */
export function themeCookie(theme: Theme): string {
  return `${THEME_COOKIE}=${theme}; path=/; max-age=${ONE_YEAR_IN_SECONDS}; samesite=lax`;
}
