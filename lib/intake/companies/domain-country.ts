import { parse } from "tldts";
import { isRegion } from "../language-and-region/language-names";

/** Endings of countries that are sold to everybody, for what they read like. */
const SOLD = new Set(
  "ai ac ag am app as bz cc cd cm co cx dj fm gg gl gs im io is la li ly me ms mu nu pw sc sh so st tf tk tm to tv vc vg ws".split(
    " ",
  ),
);

/** The country (ISO 3166 alpha-2) that a registrable domain's ending stands for; null where none. */
export function domainCountry(domain: string): string | null {
  const ending = parse(domain).publicSuffix?.split(".").at(-1) ?? "";
  if (ending.length !== 2 || SOLD.has(ending)) return null;
  const code = ending === "uk" ? "GB" : ending.toUpperCase();
  return isRegion(code) ? code : null;
}
