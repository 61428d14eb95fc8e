import { domainToASCII } from "node:url";
import { isDisposable, isFreeMail, isRoleAddress } from "./mail-domains";
import { plainText } from "./plain-text";

export type EmailAnswer =
  | {
      ok: true;
      /** Lower case, the domain in punycode: what leads are matched by. */
      address: string;
      domain: string;
      role: boolean;
      freeMail: boolean;
      disposable: boolean;
    }
  | { ok: false; reason: string };

/** Octets, RFC 5321 section 4.5.3.1. */
const LONGEST_LOCAL_PART = 64;
const LONGEST_ADDRESS = 254;
/** RFC 5321 dot-string, with the letters that RFC 6531 adds beyond ASCII. */
const LOCAL_PART =
  /^[\w!#$%&'*+/=?^`{|}~\-\p{L}\p{M}\p{N}\p{S}]+(?:\.[\w!#$%&'*+/=?^`{|}~\-\p{L}\p{M}\p{N}\p{S}]+)*$/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

const octets = (text: string) => Buffer.byteLength(text, "utf8");
const refuse = (reason: string): EmailAnswer => ({ ok: false, reason });

/**
 * Reads an email address by its syntax alone (spec C1.4); whether its domain takes mail is asked
 * of DNS elsewhere. Quoted local parts and IP addresses are refused although RFC 5321 knows them:
 * no person at a company is reached so.
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
  return {
    ok: true,
    address,
    domain,
    role: isRoleAddress(localPart),
    freeMail: isFreeMail(domain),
    disposable: isDisposable(domain),
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

/** The domain in lower-case ASCII (RFC 5891), or null where DNS could not hold it. */
function mailDomain(text: string): string | null {
  // domainToASCII reads hosts of URLs, which may be percent-encoded or end in a port or path.
  if (/[\s%/:?#[\]\\@]/.test(text)) return null;
  const ascii = domainToASCII(text);
  const labels = ascii.split(".");
  if (labels.length < 2 || ascii.length > 253) return null;
  if (!labels.every((label) => LABEL.test(label))) return null;
  return /^\d+$/.test(labels.at(-1) ?? "") ? null : ascii;
}
