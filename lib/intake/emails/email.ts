import { plainText } from "../text/plain-text";
import { mailDomain } from "./email-domain";
import { isPlaceholderAddress } from "./email-placeholder";
import { isDisposable, isFreeMail } from "./mail-domains";
import { isRoleAddress } from "./role-addresses";

/** What an address says of itself. Where several are true, all are said. */
export type Address = {
  /** Lower case, the domain in punycode: what leads are matched by. */
  address: string;
  domain: string;
  role: boolean;
  freeMail: boolean;
  disposable: boolean;
  /** It stands in for an address that was not given (test@test.com), so it is no value. */
  placeholder: boolean;
};

type EmailAnswer = ({ ok: true } & Address) | { ok: false; reason: string };

/** Octets, RFC 5321 section 4.5.3.1; 254 is what remains of a path's 256 without its brackets. */
const LONGEST_LOCAL_PART = 64;
const LONGEST_ADDRESS = 254;

/** RFC 5321 dot-string; beyond ASCII what RFC 6531 adds, as far as it can be seen and typed. */
const ATEXT = "[\\w!#$%&'*+/=?^`{|}~-]";
const BEYOND_ASCII = "(?![\\0-\\x7f])[\\p{L}\\p{M}\\p{N}\\p{S}\\u200c\\u200d]";
const ATOM = `(?!\\p{M}|[\\u200c\\u200d])(?:${ATEXT}|${BEYOND_ASCII})+`;
const LOCAL_PART = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`, "u");

const octets = (text: string) => Buffer.byteLength(text, "utf8");
const refuse = (reason: string): EmailAnswer => ({ ok: false, reason });

/**
 * Reads an email address by its syntax alone (spec C1.4); whether its domain takes mail is asked
 * of DNS elsewhere. Quoted local parts, comments and IP addresses are refused although RFC 5321 and
 * RFC 5322 know them: no person at a company is reached so. Invisible characters are dropped.
 */
export function emailAddress(text: string): EmailAnswer {
  const typed = plainText(text).replace(/^mailto:/i, "");
  const at = typed.lastIndexOf("@");
  if (typed === "") return refuse("is empty");
  if (at < 0) return refuse("has no @");
  const localPart = typed.slice(0, at).toLowerCase().normalize("NFC");
  const fault = localPartFault(localPart);
  if (fault) return refuse(fault);
  const domain = mailDomain(typed.slice(at + 1));
  if (!domain) return refuse("has a domain that cannot exist after the @");
  const address = `${localPart}@${domain}`;
  if (octets(address) > LONGEST_ADDRESS)
    return refuse(`is longer than ${LONGEST_ADDRESS} characters`);
  return { ok: true, ...addressOf(localPart, domain) };
}

function addressOf(localPart: string, domain: string): Address {
  return {
    address: `${localPart}@${domain}`,
    domain,
    role: isRoleAddress(localPart),
    freeMail: isFreeMail(domain),
    disposable: isDisposable(domain),
    placeholder: isPlaceholderAddress(localPart, domain),
  };
}

function localPartFault(localPart: string): string | null {
  if (localPart === "") return "has nothing before the @";
  if (localPart.includes("@")) return "has more than one @";
  if (octets(localPart) > LONGEST_LOCAL_PART)
    return `has more than ${LONGEST_LOCAL_PART} characters before the @`;
  if (/^\.|\.$|\.\./.test(localPart)) return "has a dot too many before the @";
  if (!LOCAL_PART.test(localPart))
    return "has a character before the @ that an address cannot have";
  return null;
}
