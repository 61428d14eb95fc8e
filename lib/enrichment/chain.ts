import type { FieldId, FieldValues } from "@/lib/standard/categories";
import { fieldDefinition } from "@/lib/standard/categories";
import { shortfall } from "@/lib/standard/completeness";
import type { Standard } from "@/lib/standard/standard";
import type { Answer, Provider, Subject } from "./local-provider";

/** What one provider of the chain was asked and said. */
export type ChainLink = { provider: Provider; answer: Answer; filled: FieldId[] };

/** The fields a provider may fill and that are not yet as the standard wants or recommends them. */
function wanted(provider: Provider, fields: FieldValues, standard: Standard): FieldId[] {
  return provider.fills.filter((id) => {
    const requirement = standard.requirements[id];
    return shortfall(fieldDefinition(id), fields[id], requirement) !== null;
  });
}

/**
 * Asks the providers in order, each only while something it may fill is still wanted. A field that
 * an earlier provider filled is not asked for again. `at` stamps what is obtained.
 */
export function enrich(
  providers: readonly Provider[],
  subject: Subject,
  known: FieldValues,
  standard: Standard,
  at: Date,
): { links: ChainLink[]; fields: FieldValues } {
  const fields: FieldValues = { ...known };
  const obtained: FieldValues = {};
  const links: ChainLink[] = [];
  for (const provider of providers) {
    const gaps = wanted(provider, fields, standard);
    if (gaps.length === 0) continue;
    const answer = provider.ask(subject);
    const filled: FieldId[] = [];
    for (const id of answer.answer === "found" ? gaps : []) {
      const given = answer.answer === "found" ? answer.values[id] : undefined;
      if (!given) continue;
      const value = { ...given, provider: provider.label, obtainedAt: at.toISOString() };
      fields[id] = value;
      obtained[id] = value;
      filled.push(id);
    }
    links.push({ provider, answer, filled });
  }
  return { links, fields: obtained };
}
