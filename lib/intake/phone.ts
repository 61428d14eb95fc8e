import {
  isSupportedCountry,
  type NumberType,
  ParseError,
  type PhoneNumber,
  parsePhoneNumberWithError,
} from "libphonenumber-js/max";
import { plainText } from "./text/plain-text";

/** What a line is, as far as its number tells (spec C1.5). */
type PhoneKind =
  | "mobile"
  | "fixed"
  | "fixed_or_mobile"
  | "toll_free"
  | "voip"
  | "shared_cost"
  | "premium_rate"
  | "personal"
  | "company"
  | "pager"
  | "voicemail"
  | "unknown";

export type PhoneAnswer =
  | {
      ok: true;
      /** `+4741234567`. */
      e164: string;
      kind: PhoneKind;
      /** ISO 3166 alpha-2, or null for a number of no country (+800). */
      country: string | null;
      /** `+47 412 34 567`, for a person to read. */
      international: string;
      /** Behind a switchboard; E.164 has no room for it. */
      extension: string | null;
    }
  | { ok: false; reason: string };

const KINDS: Partial<Record<NonNullable<NumberType>, PhoneKind>> = {
  MOBILE: "mobile",
  FIXED_LINE: "fixed",
  FIXED_LINE_OR_MOBILE: "fixed_or_mobile",
  TOLL_FREE: "toll_free",
  VOIP: "voip",
  SHARED_COST: "shared_cost",
  PREMIUM_RATE: "premium_rate",
  PERSONAL_NUMBER: "personal",
  UAN: "company",
  PAGER: "pager",
  VOICEMAIL: "voicemail",
};

/** Nobody types as much by mistake; a number has 15 digits (E.164) and what people put between. */
const LONGEST_TYPED = 100;

/**
 * What people type to get past a form: digits in a row, one digit over and over. In North America
 * also 555-0100 to 555-0199, kept for films and examples in every area (NANPA, ATIS-0300115).
 */
const IN_A_ROW = /^(?:0?123456789?0?1?2?|0?987654321?0?|1234512345|1231231234)$/;
const FOR_FILMS = /^\d{3}55501\d\d$/;

/** The words of the library's error codes. */
const FAULTS: Record<string, string> = {
  NOT_A_NUMBER: "is not a phone number",
  INVALID_COUNTRY: "has no country code, and the lead's country is not known",
  TOO_SHORT: "has too few digits",
  TOO_LONG: "has too many digits",
  INVALID_LENGTH: "has a number of digits that no phone number there has",
};

const refuse = (reason: string): PhoneAnswer => ({ ok: false, reason });

/**
 * Reads one phone number. `defaultCountry` (ISO 3166 alpha-2) is where a number without a country
 * code is dialled from. A number outside its country's numbering plan is refused.
 */
export function phoneNumber(text: string, defaultCountry?: string): PhoneAnswer {
  // 00 is how most of the world dials the +; libphonenumber knows it only with a country.
  const plain = plainText(text).replace(/^tel:/i, "");
  const typed = plain.replace(/^00/, "+");
  if (typed === "") return refuse("is empty");
  if (typed.length > LONGEST_TYPED) return refuse("has too many digits");
  const fault = madeUp(plain.replace(/\P{Nd}/gu, ""));
  if (fault) return refuse(fault);
  const number = parsed(typed, defaultCountry?.toUpperCase());
  if (typeof number === "string") return refuse(number);
  if (!number.isValid())
    return refuse(`is not in use as a number in ${number.country ?? "any country"}`);
  const national = madeUp(number.nationalNumber, number.countryCallingCode);
  if (national) return refuse(national);
  return {
    ok: true,
    e164: number.number,
    kind: KINDS[number.getType() as NonNullable<NumberType>] ?? "unknown",
    country: number.country ?? null,
    international: number.formatInternational(),
    extension: number.ext ?? null,
  };
}

/** Why digits are no number that anybody has, or null; `callingCode` where it is known and apart. */
function madeUp(digits: string, callingCode?: string): string | null {
  if (/^(\p{Nd})\1{5,}$/u.test(digits)) return "is one digit repeated";
  if (IN_A_ROW.test(digits)) return "is made up: its digits stand in a row";
  if (callingCode === "1" && FOR_FILMS.test(digits))
    return "is one of the numbers kept for films and examples";
  return null;
}

/** The number, or the reason why it is none. */
function parsed(typed: string, country: string | undefined): PhoneNumber | string {
  const from = country && isSupportedCountry(country) ? { defaultCountry: country } : {};
  try {
    return parsePhoneNumberWithError(typed, { extract: false, ...from });
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    if (error.message === "INVALID_COUNTRY" && typed.startsWith("+"))
      return "has a country code that does not exist";
    return FAULTS[error.message] ?? "is not a phone number";
  }
}
