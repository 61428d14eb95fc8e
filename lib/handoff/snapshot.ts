import type { DecidedElsewhere } from "@/lib/routing/owner";
import type { TriggerParts } from "@/lib/scoring/trigger/trigger-wording";
import type { Touchpoint } from "@/lib/standard/behavioral-trail";
import type { Completeness, FieldValues } from "@/lib/standard/categories";
import type { MissingField } from "@/lib/standard/completeness";

/** Raised when the shape of a snapshot changes; older ones keep theirs. */
export const SNAPSHOT_SCHEMA = 1;

/** One line of what made the score: the points and the words for it. */
export type ScoreLine = { label: string; points: number };

/** A remark of a person: who wrote it and when (ISO 8601). */
type Remark = { text: string; author: string; at: string };

/**
 * What the rep was given, whole: the handoff page reads nothing else for it (G.7). Instants are
 * ISO 8601.
 */
export type Snapshot = {
  schema: typeof SNAPSHOT_SCHEMA;
  leadId: string;
  routedAt: string;
  owner: { id: string; name: string };
  routingReason: string;
  /** The rules that routing tried, in order, each with what it said. */
  routingPath: string[];
  /** Where a person gave it to them elsewhere, such as in the CRM. */
  owned?: true;
  /** Where a system elsewhere decided; left out of what was handed off before that was kept. */
  decidedElsewhere?: DecidedElsewhere;
  standardVersion: number;
  completeness: Completeness;
  missing: MissingField[];
  fields: FieldValues;
  touchpoints: Touchpoint[];
  /** The sentence as everybody may read it; `parts`, where there are any, date it for one reader. */
  trigger: { text: string; at: string; parts?: TriggerParts };
  opener: string | null;
  summary: (Remark & { draft: boolean }) | null;
  notes: Remark[];
  flags: Remark[];
  scoreLines: ScoreLine[];
  activityCount: number;
  leftOut: { rule: string; count: number }[];
  reEngaged: boolean;
  capturedAt: string;
  timeZone: string | null;
};
