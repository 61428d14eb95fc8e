import type { CrmMatch } from "../company-intelligence";
import type { FieldValue } from "../field";

type Reason = { lead: string; advice: string; word: string };

/** Reasons not to call before having spoken to somebody (C2.5, Q.3); the word is for a row of a list. */
const REASONS: Partial<Record<CrmMatch, Reason>> = {
  existing_customer: {
    lead: "This company is a customer",
    advice: "Speak to their account owner before you call.",
    word: "customer",
  },
  active_opportunity: {
    lead: "Open opportunity at this company",
    advice: "Speak to its owner before you call.",
    word: "open opportunity",
  },
};

/** True where a match is a reason not to call. */
export const isWarning = (match: CrmMatch): boolean => match in REASONS;

/** The reason in a word: "customer"; nothing where a match is none. */
export const warningWord = (match: CrmMatch): string | undefined => REASONS[match]?.word;

function particulars({ detail }: Pick<FieldValue, "detail">): string {
  const { name, stage, owner } = detail ?? {};
  const said = [name && `‘${name}’`, stage && `stage ${stage}`, owner && `owned by ${owner}`];
  const text = said.filter(Boolean).join(", ");
  return text && `${text}. `;
}

/**
 * Why nobody should call yet, in a few words, and what to do about it, with what the CRM says of it
 * (C2.5); null where a match is no such reason.
 */
export function reasonNotToCall(
  match: Pick<FieldValue, "value" | "detail">,
): { lead: string; words: string } | null {
  const reason = REASONS[match.value as CrmMatch];
  return reason ? { lead: reason.lead, words: `${particulars(match)}${reason.advice}` } : null;
}
