import type { FieldId } from "@/lib/standard/categories";
import { prevailing } from "@/lib/standard/values/prevailing";
import type { Lookup, Subject } from "./provider";
import type { FieldRow } from "./values/merge-fields";

/** What the lead's own row knows that a provider could look it up by. */
export type LookedUp = { email: string | null; domain: string | null; companyName: string | null };

/**
 * What providers are asked about: what is known of the lead by now. The address is the one that
 * counts, which a person may have corrected, else the one the lead is told apart by.
 */
export function subjectOf(lead: LookedUp, values: readonly FieldRow[]): Subject {
  const text = (id: FieldId) => {
    const value = prevailing(values.filter(({ fieldId }) => fieldId === id))?.value;
    return typeof value === "string" ? value : null;
  };
  return {
    email: (text("C1.4") ?? lead.email)?.toLowerCase() ?? null,
    domain: lead.domain?.toLowerCase() ?? null,
    companyName: text("C1.3") ?? lead.companyName,
    fullName: text("C1.1"),
    linkedin: text("C1.6"),
    phone: text("C1.5"),
  };
}

/** Under what an answer is kept, so that nothing is paid for twice: the address, or the domain. */
export function answerKey(lookup: Lookup, { email, domain }: Subject): string | null {
  return lookup === "company" ? domain : email;
}

/**
 * True where something is known that such a lookup can be made by (G.2); which of it a provider
 * takes is its own to say. A lead of which nothing is known waits for no provider that is down.
 */
export function hasSomethingToAskBy(lookup: Lookup, subject: Subject): boolean {
  const { email, domain, companyName, fullName, linkedin } = subject;
  if (lookup === "email") return email !== null;
  if (lookup === "company") return domain !== null || companyName !== null;
  return email !== null || linkedin !== null || (fullName !== null && companyName !== null);
}
