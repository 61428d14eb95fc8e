export const SHORTCUTS_COOKIE = "baton-keys";
const ONE_YEAR_IN_SECONDS = 31_536_000;

/** Single keys are on until a person switches them off (WCAG 2.1.4). */
export function parseShortcutsOn(value: string | undefined): boolean {
  return value !== "off";
}

/** The cookie text for `document.cookie`. */
export function shortcutsCookie(on: boolean): string {
  return `${SHORTCUTS_COOKIE}=${on ? "on" : "off"}; path=/; max-age=${ONE_YEAR_IN_SECONDS}; samesite=lax`;
}
