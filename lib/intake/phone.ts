import {
  isSupportedCountry,
  type NumberType,
  ParseError,
  type PhoneNumber,
  parsePhoneNumberWithError,
} from "libphonenumber-js/max";
import { plainText } from "./plain-text";

/** What a line is, as far as its number tells (spec C1.5). */
export type PhoneKind = "mobile" | "fixed" | "fixed_or_mobile" | "toll_free" | "voip" | "unknown";

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
};

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
  const typed = plainText(text).replace(/^tel:/i, "").replace(/^00/, "+");
  if (typed === "") return refuse("is empty");
  const digits = typed.replace(/\P{Nd}/gu, "");
  if (/^(\p{Nd})\1{5,}$/u.test(digits)) return refuse("is one digit repeated");
  const number = parsed(typed, defaultCountry?.toUpperCase());
  if (typeof number === "string") return refuse(number);
  if (!number.isValid())
    return refuse(`is not in use as a number in ${number.country ?? "any country"}`);
  return {
    ok: true,
    e164: number.number,
    kind: KINDS[number.getType() ?? "UAN"] ?? "unknown",
    country: number.country ?? null,
    international: number.formatInternational(),
    extension: number.ext ?? null,
  };
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
