import { settingCookie } from "./setting-cookie";

export const SHORTCUTS_COOKIE = "baton-keys";

/** Single keys are on until a person switches them off (WCAG 2.1.4). */
export function parseShortcutsOn(value: string | undefined): boolean {
  return value !== "off";
}

/** The cookie text for `document.cookie`. */
export function shortcutsCookie(on: boolean): string {
  return settingCookie(SHORTCUTS_COOKIE, on ? "on" : "off");
}
