import { companyCase } from "@/lib/intake/company-case";
import { plainText } from "@/lib/intake/plain-text";
import { isPlaceholder } from "@/lib/standard/placeholder";

const LONGEST = 60;
/** More than a rep could read; the rest is tracking pixels and fonts. */
const AT_MOST = 100;

/** Short names that are no words. */
const ABBREVIATIONS = /\b(?:aws|php|cdn|crm|dns|ses|sql|css|api|iis)\b/gi;

/**
 * A tech stack (C2.4) as a person reads it, each once: 'google_tag_manager' is 'Google Tag Manager'.
 * Names in their owner's spelling stay.
 */
export function technologyWords(names: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const typed of names) {
    const name = nameOf(plainText(typed));
    const key = name.toLowerCase();
    if (!isPlaceholder(name) && name.length <= LONGEST && !seen.has(key)) seen.set(key, name);
  }
  return [...seen.values()].slice(0, AT_MOST);
}

function nameOf(typed: string): string {
  if (!/^[a-z0-9_.-]+$/.test(typed) || /[.]/.test(typed)) return typed;
  return companyCase(typed.replaceAll("_", " ")).replace(ABBREVIATIONS, (word) =>
    word.toUpperCase(),
  );
}
