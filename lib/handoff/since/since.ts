import type { Activity } from "@/lib/intake/activities/activity";
import { type FieldId, type FieldValues, fieldDefinition } from "@/lib/standard/categories";
import type { FieldValue, Json, SaidWrong } from "@/lib/standard/field";
import { sameContent } from "@/lib/standard/values/said-wrong";
import { valueWords } from "@/lib/standard/values/value-words";
import { candidates } from "@/lib/trail/curation/curation";
import { sift } from "@/lib/trail/exclusion/exclusions";
import type { TrailSettings } from "@/lib/trail/settings";
import type { Snapshot } from "../snapshot";

/** A value that prevails now and was obtained after the handoff. */
export type Learned = {
  fieldId: FieldId;
  value: Json;
  detail?: FieldValue["detail"] | null;
  at: Date;
};

/**
 * What came with the lead after the handoff while another value of the field prevails, and what of
 * that field was said to be wrong.
 */
export type Beside = Learned & { wrongValues: SaidWrong[] | null };

/** A note or a flag, and when it was taken back. */
export type Remark = {
  kind: "note" | "flag";
  text: string;
  by: string;
  at: Date;
  withdrawnAt: Date | null;
};

/** What somebody wrote, by name. */
export type Written = { text: string; by: string; at: Date };

/** What came of a lead after its handoff, as it is kept. */
export type Since = {
  activities: Activity[];
  /** What the exclusion rules go by; null where there is nothing to judge. */
  rules: TrailSettings | null;
  remarks: Remark[];
  /** The latest one. */
  summary: Written | null;
  learned: Learned[];
  beside: Beside[];
  /** What a person wrote of the trail, as far as it still stands. */
  edited: { words: string[]; by: string; at: Date } | null;
};

export const NOTHING_SINCE: Since = {
  activities: [],
  rules: null,
  remarks: [],
  summary: null,
  learned: [],
  beside: [],
  edited: null,
};

/** Something learned after the handoff, in words; it never changes the snapshot (G.7). */
export type SinceEntry = {
  kind: "activity" | "note" | "flag" | "summary" | "trail" | "field" | "withdrawn";
  text: string;
  at: Date;
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
function trailSince(edited: Since["edited"], given: readonly { text: string }[]): SinceEntry[] {
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

/**
 * What the lead gave since of how to reach them, where another value outweighs it: the lead said so
 * themselves, so the rep knows of it, unless it is what they have or a rep found it to be wrong (Q.5).
 */
export function givenBeside(
  beside: readonly Beside[],
  learned: readonly Learned[],
  given: FieldValues,
  locale: string,
): SinceEntry[] {
  return beside.flatMap(({ fieldId, value, at, wrongValues }): SinceEntry[] => {
    const words = valueWords(fieldId, value, locale);
    const known = [
      ...[given[fieldId], learned.find((one) => one.fieldId === fieldId)],
      ...(wrongValues ?? []),
    ];
    if (words === null || known.some((one) => one && sameContent(one.value, value))) return [];
    const { label } = fieldDefinition(fieldId);
    return [{ kind: "field", text: `${label} was also given as ${words}`, at }];
  });
}

/** What the CRM says of the lead's company, and whether it was learned only after the handoff. */
export type CrmMatchNow = Pick<FieldValue, "value" | "detail"> & { at: Date; isNews: boolean };

/** The part of a handoff that tells it. */
export type CrmMatched = {
  snapshot: Pick<Snapshot, "fields">;
  since: Pick<Since, "learned">;
};

/**
 * The CRM match (C2.5) as it is known now: a company found to be a customer after the handoff is a
 * reason not to call all the same (Q.3). Null where the CRM was never asked.
 */
export function crmMatchNow({ since, snapshot }: CrmMatched): CrmMatchNow | null {
  const learned = since.learned.find(({ fieldId }) => fieldId === "C2.5");
  const given = snapshot.fields["C2.5"];
  if (learned) {
    const { value, detail, at } = learned;
    return { value, at, isNews: value !== given?.value, ...(detail && { detail }) };
  }
  return given ? { ...given, at: new Date(given.obtainedAt), isNews: false } : null;
}

/**
 * What was learned about the lead after the handoff, the newest first (G.7), in the words of a
 * reader's `locale`.
 */
export function sinceHandoff(
  { since, routedAt, snapshot }: { since: Since; routedAt: Date; snapshot: Snapshot },
  { locale }: { locale: string },
  now: Date,
): SinceEntry[] {
  const { activities, rules, remarks, summary, learned, beside, edited } = since;
  const written: SinceEntry[] = summary
    ? [{ kind: "summary", text: `${summary.by}: ${summary.text}`, at: summary.at }]
    : [];
  return [
    ...written,
    ...remarksSince(remarks, routedAt),
    ...trailSince(edited, snapshot.touchpoints),
    ...fieldsSince(learned, snapshot.fields, locale),
    ...givenBeside(beside, learned, snapshot.fields, locale),
    ...(rules ? visitsSince(activities, rules, now) : []),
  ].toSorted((one, other) => other.at.getTime() - one.at.getTime());
}
