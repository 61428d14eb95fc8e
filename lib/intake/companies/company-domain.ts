import { domainToASCII } from "node:url";
import { parse } from "tldts";
import { isDisposable, isFreeMail } from "../emails/mail-domains";
import { plainText } from "../text/plain-text";

/** Places where a company has a page and which people give as its website. */
const DIRECTORIES = new Set(
  "linkedin.com facebook.com instagram.com twitter.com x.com youtube.com tiktok.com xing.com crunchbase.com".split(
    " ",
  ),
);

/**
 * The registrable domain (`acme.co.uk`, lower-case ASCII) that a company is known by, from a web
 * address, a host or an email address. Null for what is no domain that a company can have as its
 * own: a provider of private or throw-away mail, a page in a directory, an IP address.
 */
export function companyDomain(text: string): string | null {
  const typed = plainText(text);
  const host = hostOf(typed);
  if (!host) return null;
  // With private suffixes, so that two customers of one host (acme.github.io) are two companies;
  // the host itself (github.io) is then found without them.
  const domain = parse(host, { allowPrivateDomains: true }).domain ?? parse(host).domain;
  if (!domain || isDisposable(domain) || isFreeMail(domain)) return null;
  return DIRECTORIES.has(domain) && /[^/]\/[^/]/.test(typed) ? null : domain;
}

function hostOf(typed: string): string | null {
  const { hostname, isIp } = parse(typed);
  if (!hostname || isIp) return null;
  const ascii = domainToASCII(hostname);
  return ascii !== "" && ascii.length <= 253 ? ascii : null;
}
