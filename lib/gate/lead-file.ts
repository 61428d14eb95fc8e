import type { FieldRow } from "@/lib/enrichment/values/merge-fields";
import type { Activity } from "@/lib/intake/activities/activity";
import type { KnownScore } from "@/lib/scoring/ledger/queries";
import type { KnownEdits } from "@/lib/trail/edits/queries";
import type { ExclusionDays } from "@/lib/trail/exclusion/exclusion-days";
import type { TrailSettings } from "@/lib/trail/settings";
import type { LeadStatus } from "./status";

/** A remark of marketing ops; `at` is an ISO 8601 instant. */
export type Remark = { kind: "note" | "flag"; text: string; author: string; at: string };

/** The current summary as a person wrote or approved it. */
export type WrittenSummary = { text: string; author: string; at: string; version: number };

/** What was written of the score, and when it is to be judged again. */
type StoredScore = KnownScore & { dueAt: Date | null };

/** Everything the rules need to know of one lead, read in one go and under lock. */
export type LeadFile = {
  id: string;
  email: string | null;
  status: LeadStatus;
  country: string | null;
  company: { name: string; domain: string | null; ownerId: string | null } | null;
  /** Every stored value, those that do not prevail among them. */
  values: FieldRow[];
  activities: Activity[];
  summary: WrittenSummary | null;
  remarks: Remark[];
  setAside: boolean;
  /** What the exclusion rules go by for this lead (X). */
  trail: TrailSettings;
  /** What people made of the curated trail (O.2). */
  trailEdits: KnownEdits;
  /** What was counted of its exclusions when it was judged last. */
  exclusionDays: ExclusionDays;
  scoring: StoredScore;
  mqlAt: Date | null;
  graceEndsAt: Date | null;
  trigger: string | null;
  capturedAt: Date;
  /** When and why it was last routed; null while nobody has it. */
  routing: { at: Date; reason: string } | null;
};
