import type { Activity } from "@/lib/intake/activity";
import { type FieldId, type FieldValues, fieldDefinition } from "@/lib/standard/categories";
import type { Json } from "@/lib/standard/field";
import { valueWords } from "@/lib/standard/value-words";
import { candidates } from "@/lib/trail/curation";
import { sift } from "@/lib/trail/exclusions";
import type { TrailSettings } from "@/lib/trail/settings";
import type { SinceEntry } from "./view";

/** A value that prevails now and was obtained after the handoff. */
export type Learned = { fieldId: FieldId; value: Json; at: Date };

type Remark = {
  kind: "note" | "flag";
  text: string;
  by: string;
  at: Date;
  withdrawnAt: Date | null;
};

/**
 * What the lead did since, sifted and worded by the rules of the trail: a link scanner is no news,
 * and three visits of one page are one line.
 */
export function visitsSince(
  activities: readonly Activity[],
  settings: TrailSettings,
  now: Date,
): SinceEntry[] {
  const { kept } = sift(activities, settings, now);
  return candidates(kept, { now }).map(({ text, lastAt }) => ({
    kind: "activity",
    text,
    at: new Date(lastAt),
  }));
}

/** Notes and flags that came since, and those of the handoff that were taken back since. */
export function remarksSince(remarks: readonly Remark[], routedAt: Date): SinceEntry[] {
  return remarks.flatMap(({ kind, text, by, at, withdrawnAt }): SinceEntry[] => {
    if (withdrawnAt === null) return [{ kind, text: `${by}: ${text}`, at }];
    // What came and went in between never reached the rep.
    if (at > routedAt) return [];
    return [{ kind: "withdrawn", text: `Taken back: ${text}`, at: withdrawnAt }];
  });
}

/** What a person wrote of the trail since: lines in their words that the handoff did not have (O.2). */
export function trailSince(
  edited: { words: readonly string[]; by: string; at: Date } | null,
  given: readonly { text: string }[],
): SinceEntry[] {
  if (!edited) return [];
  const { words, by, at } = edited;
  return words
    .filter((text) => !given.some((point) => point.text === text))
    .map((text) => ({ kind: "trail", text: `${by}: ${text}`, at }));
}

/** Fields that say something else now than in the snapshot: 'Direct phone is now +47 …'. */
export function fieldsSince(
  learned: readonly Learned[],
  given: FieldValues,
  locale: string,
): SinceEntry[] {
  return learned.flatMap(({ fieldId, value, at }): SinceEntry[] => {
    const words = valueWords(fieldId, value, locale);
    const before = given[fieldId];
    if (words === null || (before && valueWords(fieldId, before.value, locale) === words))
      return [];
    return [{ kind: "field", text: `${fieldDefinition(fieldId).label} is now ${words}`, at }];
  });
}
