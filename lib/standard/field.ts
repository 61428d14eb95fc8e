import type { z } from "zod";

/** What a category can be, worst last (spec C, A.2). */
export const VERDICTS = ["complete", "partial", "absent"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How much a standard wants a field (spec D.1). */
export const LEVELS = ["required", "recommended", "optional"] as const;
export type Level = (typeof LEVELS)[number];

/** What a standard asks of a field's value: there at all, or confirmed (spec C). */
export const TRUSTS = ["captured", "verified"] as const;
export type Trust = (typeof TRUSTS)[number];

/**
 * Where a value came from (spec C). `scoring` is our own engine, which the article's table of
 * sources names beside the MAP.
 */
export const SOURCES = {
  form: "Form",
  enrichment: "Enrichment",
  map: "MAP",
  crm: "CRM",
  routing: "Routing",
  person: "A person",
  scoring: "Scoring",
} as const;
export type Source = keyof typeof SOURCES;

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** That a rep found a value to be wrong (Q.5): which, who said so, when (ISO 8601), on which handoff. */
export type SaidWrong = { value: Json; by: string; at: string; handoffId: string };

/**
 * One value of one field, as a lead carries it and a handoff freezes it.
 * `obtainedAt` is an ISO 8601 instant. `provider` names the source exactly (a provider, a person).
 * `notObtainable` holds the reason when every source was asked in vain; then `value` is null.
 * `saidWrong` holds the value that a rep found to be wrong; then `value` is null, too.
 */
export type FieldValue = {
  value: Json;
  source: Source;
  obtainedAt: string;
  verified: boolean;
  provider?: string;
  notObtainable?: string;
  saidWrong?: SaidWrong;
  detail?: { [key: string]: Json };
};

/** A field as the written standard defines it by default. */
export type FieldDefinition = {
  id: string;
  key: string;
  label: string;
  level: Level;
  trust: Trust;
  /** Who owns the field (spec D.1). */
  owner: string;
  /** The sources it may come from, the usual one first. */
  sources: readonly Source[];
  /** The shape of `value`. */
  value: z.ZodType<Json>;
  /** The words to choose from, where a field is a choice; one of them is never a placeholder. */
  choices?: Readonly<Record<string, string>>;
};
