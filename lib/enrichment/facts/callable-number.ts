import { type PhoneAnswer, phoneNumber } from "@/lib/intake/phone";
import type { GivenValue } from "../provider";
import type { PersonFacts, PhoneFact } from "./person-facts";

type Read = Extract<PhoneAnswer, { ok: true }>;

/**
 * The number to give a rep (C1.5): the first that is in use and whose owner did not ask to be left
 * alone, in E.164. Numbers without a country code are read as dialled in `country`. One that is the
 * company's own is labelled so.
 */
export function callableNumber(
  { phones, companyPhone }: PersonFacts,
  country: string | null,
  verified: boolean,
): GivenValue | null {
  const switchboard = companyPhone ? read(companyPhone, country) : null;
  for (const phone of phones.filter(({ mayCall }) => mayCall)) {
    const number = read(phone.text, country);
    if (!number) continue;
    const kind = number.e164 === switchboard?.e164 ? "switchboard" : kindOf(phone, number);
    const { e164: value, country: from, extension } = number;
    const detail = { kind, country: from, ...(extension ? { extension } : {}) };
    return { value, source: "enrichment", verified, detail };
  }
  return null;
}

/** True where a number is known and its owner asked not to be called. */
export const hasForbiddenNumber = ({ phones }: PersonFacts): boolean =>
  phones.some(({ mayCall }) => !mayCall);

function read(text: string, country: string | null): Read | null {
  const answer = phoneNumber(text, country ?? undefined);
  return answer.ok ? answer : null;
}

/** The number's own kind where that says more than the provider's word. */
function kindOf({ line }: PhoneFact, { kind }: Read): string {
  return kind === "mobile" || kind === "toll_free" || kind === "voip" ? kind : line;
}
