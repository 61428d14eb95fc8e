import {
  isRegion,
  languageByName,
  regionByName,
} from "@/lib/intake/language-and-region/language-names";
import { REGIONS } from "./regions";

const regionNames = new Map(Object.keys(REGIONS).map((name) => [name.toLowerCase(), name]));

/** A region's name or a country's code out of what was typed ('emea', 'Norway', 'no'); null where it is neither. */
export function readPlace(typed: string): string | null {
  const text = typed.trim();
  const region = regionNames.get(text.toLowerCase());
  if (region) return region;
  const code = text.toUpperCase();
  return /^[A-Z]{2}$/.test(code) && isRegion(code) ? code : regionByName(text);
}

/** A language's code out of its name or its code; null where there is no such language. */
export function readLanguage(typed: string): string | null {
  const text = typed.trim();
  if (!/^[a-z]{2,3}$/i.test(text)) return languageByName(text);
  const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  return names.of(text) ? text.toLowerCase() : null;
}
