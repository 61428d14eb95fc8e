import { folded } from "../text/folded";
import { plainText } from "../text/plain-text";
import { isRegion, languageByName, regionByName } from "./language-names";

/** A language as a BCP 47 tag without region (`nb`, `zh-Hant`), a country as ISO 3166 alpha-2. */
export type LanguageAndRegion = { language: string | null; region: string | null };

const NOTHING: LanguageAndRegion = { language: null, region: null };

/**
 * Language and country (spec C1.7) from what people and systems put in the two fields: names in
 * many languages, codes, tags such as `nb-NO` or `en_US`. What cannot be read is null, and the
 * whole is null where nothing can. A language never implies a country: not everyone who writes English is in the United States.
 */
export function languageAndRegion(
  languageTyped?: string,
  regionTyped?: string,
): LanguageAndRegion | null {
  const one = readLanguage(plainText(languageTyped ?? ""));
  const other = readRegion(plainText(regionTyped ?? ""));
  const language = one.language ?? other.language;
  const region = other.region ?? one.region;
  return language || region ? { language, region } : null;
}

function readLanguage(text: string): LanguageAndRegion {
  if (text === "") return NOTHING;
  const tagged = readTag(text);
  if (tagged) return tagged;
  const language = languageByName(withoutBrackets(text));
  return language ? { language, region: null } : { language: null, region: regionByName(text) };
}

function readRegion(text: string): LanguageAndRegion {
  if (text === "") return NOTHING;
  const code = text.replace(/\./g, "").toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && isRegion(code)) return { language: null, region: code };
  const region = regionByName(text) ?? regionByName(withoutBrackets(text));
  if (region) return { language: null, region };
  // US-CA and similar: a country and its part (ISO 3166-2).
  const part = /^([A-Za-z]{2})-[A-Za-z\d]{1,3}$/.exec(text)?.[1]?.toUpperCase();
  if (part && isRegion(part) && !readTag(text)) return { language: null, region: part };
  // A tag in the region's field counts where it has a region; EU alone is not the Basque language.
  const tagged = readTag(text);
  return tagged?.region ? tagged : NOTHING;
}

/** Reads `nb-NO`, `en_US.UTF-8`, `zh-Hant-TW`; null where the text is no tag of a known language. */
function readTag(text: string): LanguageAndRegion | null {
  const tag = text.replace(/\..*$/, "").replaceAll("_", "-");
  if (!/^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$/i.test(tag)) return null;
  const { language, script, region } = new Intl.Locale(tag);
  if (
    new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(language) === undefined
  )
    return null;
  // `no` is the macrolanguage; what its writers write, unless they say nn, is Bokmål.
  const base = language === "no" ? "nb" : language;
  return {
    language: script ? `${base}-${script}` : base,
    region: region && isRegion(region) ? region : null,
  };
}

const withoutBrackets = (text: string) =>
  folded(text) === "" ? text : text.replace(/\s*[([].*$/, "");
