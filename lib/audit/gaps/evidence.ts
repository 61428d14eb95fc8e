import { isDeepStrictEqual } from "node:util";
import { entryOf } from "@/lib/platform/entry-of";
import type { FieldId } from "@/lib/standard/categories";
import { fieldDefinition } from "@/lib/standard/categories";
import { hasValue, shortfall } from "@/lib/standard/completeness";
import { type FieldValue, type Json, SOURCES } from "@/lib/standard/field";
import type { Heard } from "./verdict";

/** A value that a source gave for a lead, and when; `wrong` where a rep found it to be. */
export type Given = {
  fieldId: FieldId;
  name: string;
  value: Json | null;
  obtainedAt: Date;
  wrong: boolean;
};

/** One time that a provider was asked about a lead. */
export type Attempt = {
  name: string;
  lookup: string | null;
  answer: NonNullable<Heard["before"]>;
  cause: string | null;
  filled: readonly FieldId[];
  at: Date;
};

/** A lookup of the chain and the fields that it is to fill. */
export type Filler = { name: string; lookup: string; fills: readonly string[] };

const CAUSES: Readonly<Record<string, string>> = {
  time_limit: "no answer in time",
  unreachable: "not reachable",
  rate_limited: "asked too often",
  unauthorised: "refused the key",
  out_of_credits: "out of credits",
  refused: "refused",
  unreadable: "an answer that could not be read",
  broken: "broken",
};

/** A value that would fill the field as it stands: there, whole, and nobody said that it is wrong. */
function fills({ fieldId, value, obtainedAt, wrong }: Given): boolean {
  if (wrong || value === null) return false;
  const field: FieldValue = {
    value,
    source: "form",
    verified: false,
    obtainedAt: obtainedAt.toISOString(),
  };
  return shortfall(fieldDefinition(fieldId), field, { trust: "captured" }) === null;
}

/** What a handoff shows of a field, and whether an auditor does not accept it. */
type Shown = { field: FieldValue | undefined; doubted: boolean };

/**
 * The sources that had given a value by the handoff where the handoff has none at all, or another
 * one where an auditor does not accept what it shows.
 */
export function hadValueOf(
  fieldId: FieldId,
  { field, doubted }: Shown,
  given: readonly Given[],
  routedAt: Date,
): string[] {
  // A value that is there and only not confirmed did travel: that nobody confirmed it is no loss.
  if (!doubted && hasValue(fieldDefinition(fieldId), field)) return [];
  const there = given.filter(
    (one) =>
      one.fieldId === fieldId &&
      one.obtainedAt <= routedAt &&
      fills(one) &&
      !isDeepStrictEqual(one.value, field?.value),
  );
  return [...new Set(there.map(({ name }) => name))];
}

/** Whoever gave what the handoff shows and an auditor does not accept; null where nobody doubts it. */
export function doubtedOf({ field, doubted }: Shown): string | null {
  if (!doubted) return null;
  return field ? field.provider || SOURCES[field.source] : SOURCES.person;
}

/** What each lookup that can fill a field was heard to say before the handoff, and whether it gave it later. */
export function heardOf(
  fieldId: FieldId,
  steps: readonly Filler[],
  attempts: readonly Attempt[],
  routedAt: Date,
): Heard[] {
  return steps
    .filter(({ fills: filled }) => filled.includes(fieldId))
    .map(({ name, lookup }) => {
      const asked = attempts.filter((one) => one.name === name && one.lookup === lookup);
      const last = asked.findLast(({ at }) => at <= routedAt);
      return {
        name,
        before: last?.answer ?? null,
        cause: last?.cause ? (entryOf(CAUSES, last.cause) ?? last.cause) : null,
        gaveLater: asked.some(({ at, filled }) => at > routedAt && filled.includes(fieldId)),
      };
    });
}
