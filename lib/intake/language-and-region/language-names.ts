import { folded } from "../text/folded";

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

/** The languages in whose words we expect people and systems to name languages and countries. */
const SPOKEN = "en de fr es it pt nl nb sv da fi pl cs ja zh ko".split(" ");

/** Codes that CLDR names but that are no country. */
const NO_COUNTRIES = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);

/** Words for countries that CLDR does not have: three-letter codes and everyday names. */
const EVERYDAY: Record<string, string> = {
  usa: "US",
  us: "US",
  unitedstatesofamerica: "US",
  america: "US",
  uk: "GB",
  gbr: "GB",
  greatbritain: "GB",
  britain: "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  northernireland: "GB",
  nor: "NO",
  swe: "SE",
  dnk: "DK",
  fin: "FI",
  isl: "IS",
  deu: "DE",
  ger: "DE",
  fra: "FR",
  esp: "ES",
  ita: "IT",
  prt: "PT",
  nld: "NL",
  holland: "NL",
  thenetherlands: "NL",
  bel: "BE",
  lux: "LU",
  che: "CH",
  aut: "AT",
  irl: "IE",
  republicofireland: "IE",
  pol: "PL",
  cze: "CZ",
  czechrepublic: "CZ",
  svk: "SK",
  hun: "HU",
  rou: "RO",
  grc: "GR",
  tur: "TR",
  turkey: "TR",
  rus: "RU",
  russianfederation: "RU",
  ukr: "UA",
  can: "CA",
  mex: "MX",
  bra: "BR",
  arg: "AR",
  chl: "CL",
  col: "CO",
  aus: "AU",
  nzl: "NZ",
  jpn: "JP",
  chn: "CN",
  prc: "CN",
  mainlandchina: "CN",
  ind: "IN",
  sgp: "SG",
  kor: "KR",
  korea: "KR",
  southkorea: "KR",
  republicofkorea: "KR",
  hkg: "HK",
  hongkong: "HK",
  twn: "TW",
  macau: "MO",
  are: "AE",
  uae: "AE",
  sau: "SA",
  isr: "IL",
  zaf: "ZA",
  vietnam: "VN",
  ivorycoast: "CI",
  burma: "MM",
  macedonia: "MK",
};

/** Names people use for languages that CLDR has in another form. */
const EVERYDAY_LANGUAGES: Record<string, string> = {
  norwegian: "nb",
  norsk: "nb",
  bokmal: "nb",
  nynorsk: "nn",
  mandarin: "zh",
  cantonese: "yue",
  farsi: "fa",
  flemish: "nl",
  brazilian: "pt",
  castellano: "es",
  castilian: "es",
  filipino: "fil",
};

let languages: Map<string, string> | undefined;
let regions: Map<string, string> | undefined;

/** ISO 639 code of a language by its name in one of the languages above or in itself, or null. */
export function languageByName(name: string): string | null {
  languages ??= namesOf("language", PAIRS, EVERYDAY_LANGUAGES);
  return languages.get(folded(name)) ?? null;
}

/** ISO 3166 alpha-2 code of a country by its name or code, or null. */
export function regionByName(name: string): string | null {
  const codes = PAIRS.map((pair) => pair.toUpperCase());
  regions ??= namesOf("region", codes, EVERYDAY);
  return regions.get(folded(name)) ?? null;
}

/** True where CLDR knows the code, it is current, and it stands for a country. */
export function isRegion(code: string): boolean {
  if (NO_COUNTRIES.has(code)) return false;
  if (new Intl.Locale(`und-${code}`).region !== code) return false;
  return new Intl.DisplayNames("en", { type: "region", fallback: "none" }).of(code) !== undefined;
}

function namesOf(type: "language" | "region", codes: string[], everyday: Record<string, string>) {
  const known = codes.filter((code) => type === "language" || isRegion(code));
  const names = new Map<string, string>();
  const learn = (spoken: string, code: string) => {
    const name = new Intl.DisplayNames(spoken, { type, fallback: "none" }).of(code);
    if (name && !names.has(folded(name))) names.set(folded(name), code);
  };
  for (const spoken of SPOKEN) for (const code of known) learn(spoken, code);
  if (type === "language") for (const code of known) learn(code, code);
  for (const [name, code] of Object.entries(everyday)) names.set(name, code);
  return names;
}
