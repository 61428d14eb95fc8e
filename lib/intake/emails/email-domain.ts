import { domainToASCII, domainToUnicode } from "node:url";

/** A letter or digit at both ends, hyphens between, 63 octets: RFC 1123, section 2.1. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** A top-level domain is letters, or letters of another script as an A-label (RFC 3696, section 2). */
const TOP_LEVEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
/** Names that are never looked up on the internet: RFC 6761, 6762, 7686, 3172, ICANN's .internal. */
const NOT_ON_THE_INTERNET = new Set(["localhost", "local", "onion", "arpa", "internal"]);
const LONGEST_DOMAIN = 253;

/**
 * What stands after the @ as lower-case ASCII (RFC 5891), or null where DNS could not hold it: a
 * single label, an IP address, a wrong hyphen or dot (also at the end), an A-label that is none.
 */
export function mailDomain(text: string): string | null {
  // domainToASCII reads hosts of URLs, which may be percent-encoded or end in a port or path.
  if (/[\s%/:?#[\]\\@]/.test(text)) return null;
  const ascii = domainToASCII(text);
  const labels = ascii.split(".");
  const top = labels.at(-1) ?? "";
  if (labels.length < 2 || ascii.length > LONGEST_DOMAIN) return null;
  if (!labels.every((label) => LABEL.test(label) && isRoundTrip(label))) return null;
  return TOP_LEVEL.test(top) && !NOT_ON_THE_INTERNET.has(top) ? ascii : null;
}

/** An A-label must be what its own U-label becomes (RFC 5891, section 5.4); most random ones are not. */
function isRoundTrip(label: string): boolean {
  if (!label.startsWith("xn--")) return true;
  const unicode = domainToUnicode(label);
  return unicode !== "" && unicode !== label && domainToASCII(unicode) === label;
}
