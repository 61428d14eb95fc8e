import type { Answer, FailureCause, Lookup } from "@/lib/enrichment/provider";
import type { FieldId } from "@/lib/standard/categories";
import { saidWords } from "../board/why";

/** What a provider was asked about a lead, and what it said (G.2). */
export type Attempt = {
  id: string;
  provider: string;
  lookup: Lookup | null;
  answer: Answer["answer"];
  cause: FailureCause | null;
  words: string;
  /** The fields that it filled. */
  filled: readonly FieldId[];
  costCents: number;
  tookMs: number;
  /** True where the answer had been kept, so that nothing was asked nor paid. */
  kept: boolean;
  at: Date;
};

const OF_LOOKUP: Readonly<Record<Lookup, (id: FieldId) => boolean>> = {
  person: (id) => id.startsWith("C1."),
  company: (id) => id === "C1.3" || /^C2\.[1-4]$/.test(id),
  email: (id) => id === "C1.4",
};

/** True where the lookup concerns the field; attempts of before there were lookups concern both. */
const concerns = ({ lookup }: Attempt, id: FieldId): boolean =>
  lookup ? OF_LOOKUP[lookup](id) : OF_LOOKUP.person(id) || OF_LOOKUP.company(id);

/** The last attempt of each lookup of each provider: what is known by now. Takes the newest first. */
export function latestAttempts(attempts: readonly Attempt[]): Attempt[] {
  const byLookup = Map.groupBy(attempts, ({ provider, lookup }) => `${lookup} ${provider}`);
  return [...byLookup.values()].flatMap(([first]) => first ?? []);
}

/** What was tried for a field that is still missing (G.1), the newest first, in a few words each. */
export function triedFor(id: FieldId, attempts: readonly Attempt[]): string[] {
  const those = latestAttempts(attempts).filter(
    (attempt) => concerns(attempt, id) && !attempt.filled.includes(id),
  );
  const words = those.map((attempt) =>
    attempt.answer === "found" ? `${attempt.provider}: answered without it` : saidWords(attempt),
  );
  return [...new Set(words)];
}
