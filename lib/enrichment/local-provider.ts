import type { FieldId } from "@/lib/standard/categories";
import type { FieldValue } from "@/lib/standard/field";

/** What a provider is asked about: whatever is known that it could look up by. */
export type Subject = { email: string | null; domain: string | null; companyName: string | null };

/** A value a provider gives; when it was obtained is when it was asked. */
export type GivenValue = Omit<FieldValue, "obtainedAt" | "provider">;

/** A provider's answer (G.2). `words` tell marketing ops what happened, in one short sentence. */
export type Answer =
  | { answer: "found"; words: string; values: Partial<Record<FieldId, GivenValue>> }
  | { answer: "no_match" | "nothing_to_ask" | "failed"; words: string };

/** One link of the enrichment chain. */
export type Provider = {
  id: string;
  label: string;
  /** What one answer costs, in cents. */
  costCents: number;
  /** The fields it may fill. */
  fills: readonly FieldId[];
  ask(subject: Subject): Answer;
};
