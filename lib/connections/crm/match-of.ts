import type { Answer, Provider } from "@/lib/enrichment/provider";
import { CRM_MATCHES, type CrmMatch } from "@/lib/standard/company-intelligence";

const FORMER = /former|churn|lapsed|ex[- ]?customer|inactive|past/i;
const CUSTOMER = /customer|client/i;

/**
 * What a company is to us, by its accounts, each as the CRM calls its kind, and by their deals
 * (C2.5). An open deal comes first: a colleague is in the middle of it.
 */
export function matchOf(
  kinds: readonly string[],
  deals: readonly { open: boolean; won: boolean }[],
): CrmMatch {
  if (kinds.length === 0) return "none";
  if (deals.some(({ open }) => open)) return "active_opportunity";
  if (kinds.some((kind) => CUSTOMER.test(kind) && !FORMER.test(kind))) return "existing_customer";
  if (kinds.some((kind) => FORMER.test(kind))) return "former_customer";
  return deals.some(({ won }) => won) ? "existing_customer" : "existing_account";
}

/** The match as an answer in the enrichment chain. 'None' is one. */
export const matchAnswer = (value: CrmMatch): Answer => ({
  answer: "found",
  words: `CRM match: ${CRM_MATCHES[value].toLowerCase()}.`,
  values: { "C2.5": { value, source: "crm", verified: true } },
});

/** The answer where a lead has nothing to be looked for by. */
export const NO_ADDRESS: Answer = {
  answer: "nothing_to_ask",
  words: "There is no address to look for.",
};

/** The match as a step of the enrichment chain. */
export const matchProvider = (
  { id, label }: Pick<Provider, "id" | "label">,
  ask: Provider["lookups"][number]["ask"],
): Provider => ({
  id,
  label,
  lookups: [
    {
      lookup: "person",
      costCents: 0,
      fills: { "C2.5": "refresh" },
      timeLimitMs: 8_000,
      cacheDays: 1,
      ask,
    },
  ],
});
