import { standingOf } from "@/lib/enrichment/values/merge-fields";
import { techSignals } from "@/lib/enrichment/values/tech-signals";
import type { Activity } from "@/lib/intake/activities/activity";
import { companyFacts } from "@/lib/scoring/icp/company-facts";
import { type IcpFit, icpFit } from "@/lib/scoring/icp/icp";
import type { ScoringModel } from "@/lib/scoring/model/model";
import type { Score } from "@/lib/scoring/score";
import { findTrigger, namedActivity } from "@/lib/scoring/trigger/trigger";
import type { Caused } from "@/lib/scoring/trigger/trigger-cause";
import type { Touchpoint } from "@/lib/standard/behavioral-trail";
import type { Completeness, FieldValues } from "@/lib/standard/categories";
import { completeness, type MissingField, missingFields } from "@/lib/standard/completeness";
import type { FieldValue, Json } from "@/lib/standard/field";
import { holding } from "@/lib/standard/holding";
import type { ScoreTrend } from "@/lib/standard/scoring-context";
import type { Standard } from "@/lib/standard/standard";
import { asTouchpoint, type CurationOptions, trailLines } from "@/lib/trail/curation/curation";
import { opener } from "@/lib/trail/drafted/opener";
import { draftSummary } from "@/lib/trail/drafted/summary-draft";
import { isUntouched } from "@/lib/trail/edits/edits";
import { evidence } from "@/lib/trail/evidence";
import { doubtful } from "@/lib/trail/exclusion/doubtful";
import { type ExclusionDays, exclusionDays } from "@/lib/trail/exclusion/exclusion-days";
import { exclusionLabel, type LeftOut, type Sifted, sift } from "@/lib/trail/exclusion/exclusions";
import type { TrailSettings } from "@/lib/trail/settings";
import type { LeadFile } from "./lead-file";
import { scoreFields, scoreStanding } from "./score-standing";
import { triggerStanding } from "./trigger-standing";

/** What the rules make of a lead's file at a moment. */
export type Assessment = {
  /** Every field that has a value; C5.1 and C5.2 exist from the routing on. */
  fields: FieldValues;
  /** The part of `fields` that the rules worked out: C3.1 to C4.6. */
  computed: FieldValues;
  /** C2.6 and C2.7. */
  icp: FieldValues;
  completeness: Completeness;
  missing: MissingField[];
  /** What keeps the lead at the gate (G.1); empty where nothing does. */
  holds: MissingField[];
  tier: 1 | 2 | 3 | null;
  /** What counts, a person's total in it where one was set; its entries add up to its total. */
  score: Score | null;
  /** The same without a person's total; the history is kept of this one. */
  unset: Score | null;
  /** Whether it holds a MAP's numbers, which no replay of activities can give. */
  isTaken: boolean;
  /** When time alone will next have changed the score. */
  scoreDueAt: Date | null;
  /** The activities that can earn points. */
  credible: readonly Activity[];
  trend: ScoreTrend | null;
  trigger: Caused | null;
  touchpoints: Touchpoint[];
  /** What the touchpoints were chosen by, for whoever shows what else could be chosen. */
  curation: CurationOptions;
  opener: string | null;
  draft: string | null;
  activityCount: number;
  leftOut: { rule: string; count: number }[];
  exclusionDays: ExclusionDays;
  /** When it last did what a rule left out though it looks like a person's doing. */
  doubtfulAt: Date | null;
  reEngaged: boolean;
};

/** What the sources say, one value a field; of the tech stack, what all of them say together. */
function knownOf({ values }: LeadFile): FieldValues {
  const known = standingOf(values.filter(({ source }) => source !== "scoring"));
  const signals = techSignals(values);
  return signals ? { ...known, "C2.4": signals } : known;
}

/** A value that our own rules worked out at a moment; traceable, so verified. */
function workedOut(value: Json, source: "scoring" | "map", now: Date): FieldValue {
  return { value, source, provider: "Baton", obtainedAt: now.toISOString(), verified: true };
}

function icpFields(fit: IcpFit | null, now: Date): FieldValues {
  if (!fit) return {};
  const { tier, score: points, met, missed, unknown } = fit;
  return {
    "C2.6": workedOut(tier, "scoring", now),
    "C2.7": workedOut({ score: points, met, missed, unknown }, "scoring", now),
  };
}

/** The summary as a person wrote it, else the draft, which is captured and not verified (G.5). */
function summaryField(file: LeadFile, draft: string | null, now: Date): FieldValues {
  const { summary } = file;
  if (summary) {
    const { text: value, author: provider, at: obtainedAt } = summary;
    return { "C3.9": { value, source: "person", provider, obtainedAt, verified: true } };
  }
  if (!draft) return {};
  const drafted = { ...workedOut(draft, "map", now), verified: false, detail: { draft: true } };
  return { "C3.9": drafted };
}

/** C3.8 as the rules curated it, or as a person edited it. */
function trailField(
  { trailEdits }: LeadFile,
  touchpoints: readonly Touchpoint[],
  now: Date,
): FieldValues {
  if (touchpoints.length === 0) return {};
  const curated = workedOut([...touchpoints], "map", now);
  if (isUntouched(trailEdits.edits)) return { "C3.8": curated };
  const { author: provider, at } = trailEdits;
  const by = { source: "person", provider: provider ?? "Baton" } as const;
  return { "C3.8": { ...curated, ...by, obtainedAt: at ?? curated.obtainedAt } };
}

function remarkField({ remarks }: LeadFile): FieldValues {
  const last = remarks.at(-1);
  if (!last) return {};
  const texts = (kind: "note" | "flag") =>
    remarks.filter((remark) => remark.kind === kind).map((remark) => remark.text);
  const value = { notes: texts("note"), flags: texts("flag") };
  const { author: provider, at: obtainedAt } = last;
  return { "C5.4": { value, source: "person", provider, obtainedAt, verified: true } };
}

/** C5.1 and C5.2, from the moment of the routing on. */
export function routingFields({ at, reason }: { at: Date; reason: string }): FieldValues {
  const obtainedAt = at.toISOString();
  const routed = { source: "routing", provider: "Baton", obtainedAt, verified: true } as const;
  return { "C5.1": { ...routed, value: obtainedAt }, "C5.2": { ...routed, value: reason } };
}

function tally(leftOut: readonly LeftOut[], settings: TrailSettings) {
  return [...Map.groupBy(leftOut, (one) => one.rule)]
    .map(([rule, those]) => ({ rule: exclusionLabel(rule, settings), count: those.length }))
    .toSorted((one, other) => other.count - one.count);
}

/** What of a lead's activities counts, and what is left out by which rule (X.6). */
export function siftedTrail(file: LeadFile, now: Date): Sifted {
  return sift(file.activities, file.trail, now);
}

/**
 * Judges a lead's file: trail, score, trigger, completeness by category and what keeps it at the
 * gate, by a standard and a scoring model. Pure: the same file at the same moment gives the same
 * answer. `released` made it an MQL where nothing else did.
 */
export function assess(
  file: LeadFile,
  standard: Standard,
  model: ScoringModel,
  now: Date,
  released: Caused | null = null,
): Assessment {
  const known = knownOf(file);
  const facts = companyFacts(known);
  const fit = icpFit(facts, model);
  const sifted = siftedTrail(file, now);
  const found = findTrigger(sifted.credible, fit, model, now, file.trail.dormantDays);
  const standing = scoreStanding(file, { credible: sifted.credible, fit }, model, now);
  const of = { found, standing, credible: sifted.credible };
  const trigger = triggerStanding(file, model, of, now) ?? released;
  const named = namedActivity(sifted.credible, trigger);
  const curation = {
    now,
    trigger: named,
    weights: model.curation,
    edits: file.trailEdits.edits,
  };
  const lines = trailLines(sifted.kept, curation);
  const touchpoints = lines.map(asTouchpoint);
  // A sentence is built on the rules' words, of what a person left in the trail and in their order.
  const told = lines.flatMap((line) => line.told);
  const name = typeof known["C1.1"]?.value === "string" ? known["C1.1"].value : null;
  const company = typeof known["C1.3"]?.value === "string" ? known["C1.3"].value : null;
  const givenName = (known["C1.1"]?.detail?.given as string | undefined) ?? null;
  const { windowDays } = file.trail;
  const subject = { name, givenName, company, facts };
  const draft = draftSummary({ ...subject, touchpoints: told, trigger, windowDays });
  const shown = Object.entries(evidence(sifted.kept, now)).map(([id, entries]) => [
    id,
    workedOut(entries as Json, "map", now),
  ]);
  const computed: FieldValues = {
    ...Object.fromEntries(shown),
    ...trailField(file, touchpoints, now),
    ...summaryField(file, draft, now),
    ...scoreFields(standing, file.scoring.override, now),
    ...(trigger ? { "C4.6": workedOut(trigger.text, "scoring", now) } : {}),
  };
  const icp = icpFields(fit, now);
  const fields = {
    ...known,
    ...icp,
    ...computed,
    ...remarkField(file),
    ...(file.routing ? routingFields(file.routing) : {}),
  };
  return {
    fields,
    computed,
    icp,
    completeness: completeness(fields, standard),
    missing: missingFields(fields, standard),
    holds: holding(fields, standard),
    tier: fit?.tier ?? null,
    score: standing.score,
    unset: standing.unset,
    isTaken: Object.keys(standing.taken).length > 0,
    scoreDueAt: standing.dueAt,
    credible: sifted.credible,
    trend: standing.trend,
    trigger,
    touchpoints,
    curation,
    opener: opener({
      touchpoints: told,
      trigger: found && found.activityId === named?.activityId ? found : trigger,
    }),
    draft,
    activityCount: file.activities.length,
    leftOut: tally(sifted.leftOut, file.trail),
    exclusionDays: exclusionDays(sifted, file.trail, now),
    doubtfulAt: doubtful(sifted, file.trail).at(0)?.occurredAt ?? null,
    reEngaged: sifted.reEngaged,
  };
}
