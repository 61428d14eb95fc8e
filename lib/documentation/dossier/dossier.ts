import type { LeadStatus } from "@/lib/gate/status";
import type { RejectionReason } from "@/lib/handoff/outcome";
import type { Snapshot } from "@/lib/handoff/snapshot";
import type { Completeness, FieldId } from "@/lib/standard/categories";
import type { MissingField } from "@/lib/standard/completeness";
import type { FieldValue } from "@/lib/standard/field";
import type { Trend } from "@/lib/standard/scoring-context";
import type { Phrase } from "../phrases/phrase";
import type { Attempt } from "./attempt";
import type { FieldLine } from "./field-line";
import type { ScoreLedger } from "./ledger";
import type { DossierTrail, LeftOutLine } from "./trail";

/** A saved version of the summary (O.3). */
export type SummaryVersion = {
  version: number;
  text: string;
  author: string;
  at: Date;
  /** The draft as it was made, approved without a change. */
  asDrafted: boolean;
};

/** A note or a flag that was not taken back. */
export type DossierRemark = {
  id: string;
  kind: "note" | "flag";
  text: string;
  author: string;
  at: Date;
};

/**
 * What a rep found about a field and nobody settled yet: it was missing (Q.6), or it was `wrong`
 * (Q.5); then also what it said, and the source and the person it came from.
 */
export type OpenFinding = {
  id: string;
  fieldId: FieldId;
  label: string;
  by: string;
  at: Date;
  wrong: (Pick<FieldValue, "value" | "source" | "provider"> & { author: string | null }) | null;
};

/** Everything that marketing ops needs of one lead, as it stands now. */
export type Dossier = {
  id: string;
  email: string | null;
  name: string | null;
  jobTitle: string | null;
  companyName: string | null;
  status: LeadStatus;
  capturedAt: Date;
  mqlAt: Date | null;
  /** Until when an MQL waits for its summary (G.5); null where it waits for none. */
  graceEndsAt: Date | null;
  tier: number | null;
  score: number | null;
  trend: Trend | null;
  /** What the score is made of, as it was written when the lead was judged last. */
  ledger: ScoreLedger;
  completeness: Completeness;
  /** What keeps it at the gate. */
  holds: MissingField[];
  /** `at` is an ISO 8601 instant. */
  trigger: { text: string; at: string } | null;
  opener: string | null;
  /** The handoff as it would be made now (G.7), whose owner and reason nobody knows yet. */
  preview: Snapshot;
  draft: string | null;
  /** The newest first; the first one is in force. */
  versions: SummaryVersion[];
  remarks: DossierRemark[];
  /** The team’s flags, ready to be set. */
  phrases: Phrase[];
  trail: DossierTrail;
  leftOut: LeftOutLine[];
  activityCount: number;
  reEngaged: boolean;
  fields: FieldLine[];
  /** What the providers were asked, the newest first (G.2). */
  attempts: Attempt[];
  /** How often the chain ran in vain, and when it runs again; null where it does not. */
  enrichment: { tries: number; nextAt: Date | null };
  findings: OpenFinding[];
  /** The rep who has it, since when, and what they were given. */
  handoff: {
    owner: string;
    routedAt: Date;
    /** What the rep was given, as it was. */
    snapshot: Snapshot;
  } | null;
  returned: {
    reason: RejectionReason;
    fieldId: FieldId | null;
    words: string | null;
    by: string;
    at: Date;
  } | null;
  aside: { reason: string; by: string | null; at: Date } | null;
  /** What a system elsewhere decided and the gate lets nobody follow yet (K.4). */
  decided: { by: string; owner: string; reason: string; at: Date } | null;
};
