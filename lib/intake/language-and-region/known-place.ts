import { domainCountry } from "../companies/domain-country";
import { phoneNumber } from "../phone";
import { type LanguageAndRegion, languageAndRegion } from "./locale";

/** What a lead came with that may say where it is; placeholders are left out. */
type PlaceClues = {
  language?: string | undefined;
  region?: string | undefined;
  phone?: string | undefined;
  /** Domains that may end in a country, the one that says most first. */
  domains: readonly (string | null)[];
};

/** `regionFrom` where the region was not given but follows from something else that was. */
export type KnownPlace = { place: LanguageAndRegion; regionFrom: "phone" | "domain" | null };

/**
 * The lead's language and region (C1.7) from what is known: what was given, else the country code of
 * the phone number, else the ending of the domain. A language never follows from a region. Null
 * where nothing says anything.
 */
export function knownPlace({ language, region, phone, domains }: PlaceClues): KnownPlace | null {
  const given = languageAndRegion(language, region);
  if (given?.region) return { place: given, regionFrom: null };
  const inferred = (code: string, regionFrom: "phone" | "domain") => ({
    place: { language: given?.language ?? null, region: code },
    regionFrom,
  });
  // Without a default country only a number that names its own is read.
  const number = phone ? phoneNumber(phone) : null;
  if (number?.ok && number.country) return inferred(number.country, "phone");
  const ending = endingCountry(domains);
  if (ending) return inferred(ending, "domain");
  return given ? { place: given, regionFrom: null } : null;
}

/** The country of the first domain that ends in one. */
export function endingCountry(domains: readonly (string | null)[]): string | null {
  for (const domain of domains) {
    const country = domain ? domainCountry(domain) : null;
    if (country) return country;
  }
  return null;
}

const FAMILY_FIRST = { languages: ["hu", "vi"], regions: ["HU", "VN"] };

/**
 * Which of a person's names comes first where they are from, as far as a language or a region that
 * they gave says so (Hungary, Vietnam).
 */
export function nameOrder(given: LanguageAndRegion | null): "family first" | "given first" {
  const { language, region } = given ?? { language: null, region: null };
  const first = language
    ? FAMILY_FIRST.languages.includes(language)
    : FAMILY_FIRST.regions.includes(region ?? "");
  return first ? "family first" : "given first";
}
