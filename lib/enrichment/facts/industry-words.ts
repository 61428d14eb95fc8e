import { plainText } from "@/lib/intake/plain-text";
import { isPlaceholder } from "@/lib/standard/placeholder";

const LONGEST = 80;

/**
 * An industry with its second-order vertical (C2.3), 'Software & services, internet software', from
 * a provider's industries, the wider first. Null where there is none.
 */
export function industryWords(industries: readonly (string | null | undefined)[]): string | null {
  const parts = industries.map((one) => part(one ?? "")).filter((one) => one !== "");
  const [vertical, ...rest] = parts;
  if (!vertical) return null;
  const second = rest.find((one) => one !== vertical);
  const wide = vertical.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return second ? `${wide}, ${second}` : wide;
}

/** One industry in small letters, abbreviations aside; its own commas would look like a second one. */
function part(typed: string): string {
  const plain = plainText(typed).replace(/,\s*/g, " / ");
  if (isPlaceholder(plain) || plain.length > LONGEST) return "";
  return plain
    .split(" ")
    .map((word) => (/^\p{Lu}?[^\p{Lu}]*$/u.test(word) ? word.toLowerCase() : word))
    .join(" ");
}
