const ONE_YEAR_IN_SECONDS = 31_536_000;

/** A setting of this browser as text for `document.cookie`. Not a secret, and the server reads it: hence not HttpOnly. */
export const settingCookie = (name: string, value: string) =>
  `${name}=${value}; path=/; max-age=${ONE_YEAR_IN_SECONDS}; samesite=lax`;
