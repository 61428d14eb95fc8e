/**
 * Countries where one zone is the country's and the others are islands, enclaves or the far end,
 * with few enough people that a rep may go by it.
 */
const MAIN: Record<string, string> = {
  AR: "America/Argentina/Buenos_Aires",
  CL: "America/Santiago",
  CN: "Asia/Shanghai",
  CY: "Asia/Nicosia",
  DE: "Europe/Berlin",
  EC: "America/Guayaquil",
  ES: "Europe/Madrid",
  MY: "Asia/Kuala_Lumpur",
  NZ: "Pacific/Auckland",
  PS: "Asia/Gaza",
  PT: "Europe/Lisbon",
  UA: "Europe/Kyiv",
  UZ: "Asia/Tashkent",
  XK: "Europe/Belgrade",
};

/** Not yet in TypeScript's ES2024 library; in V8 since 9.9 (ECMA-402, Intl Locale Info). */
type LocaleWithZones = Intl.Locale & { getTimeZones(): string[] | undefined };

/**
 * The IANA time zone of a country (ISO 3166 alpha-2), for the lead's local time (spec C1.7).
 * Null where the country has several and none may be taken for granted, such as the United States.
 */
export function timeZoneOf(region: string): string | null {
  if (!/^[A-Z]{2}$/.test(region)) return null;
  const main = MAIN[region];
  if (main) return main;
  const locale = new Intl.Locale(`und-${region}`) as LocaleWithZones;
  const zones = locale.getTimeZones() ?? [];
  return zones.length === 1 ? (zones[0] ?? null) : null;
}
