import type { RejectionReason } from "@/lib/handoff/outcome";
import type { ResponseWindow } from "@/lib/sla/response-window";
import type { Completeness } from "@/lib/standard/categories";
import type { CrmMatch } from "@/lib/standard/company-intelligence";
import type { Trend } from "@/lib/standard/scoring-context";

/** One handoff as a queue shows it: enough to choose by, nothing of the snapshot (Q.1). */
export type QueueRow = {
  id: string;
  leadId: string;
  name: string;
  jobTitle: string;
  companyName: string;
  trigger: string;
  tier: number | null;
  scoreTotal: number | null;
  scoreDelta: number | null;
  trend: Trend | null;
  completeness: Completeness;
  timeZone: string | null;
  /** True where marketing ops added something since the handoff that its rep has not seen. */
  corrected: boolean;
  /** What the CRM says of the company by now (C2.5); null where it was never asked. */
  crmMatch: CrmMatch | null;
  routedAt: Date;
  /** Of the rep's working time. */
  windowSeconds: number;
  /** How the window stands, worked out as the row was read (Q.2). */
  window: ResponseWindow;
  firstAttemptAt: Date | null;
  decision: {
    accepted: boolean;
    reason: RejectionReason | null;
    words: string | null;
    at: Date;
  } | null;
};

/** How many there are: on the list as filtered, on the open list, and of those filtered due now. */
export type QueueCounts = { shown: number; open: number; due: number };

/**
 * Places are told up to so many, and of the open list by urgency counted no further: nobody goes by a
 * number further down, and to count all of a long list would take longer than to read the handoff.
 */
export const COUNTED_PLACES = 1_000;

/** Where a lead stands in a list: "7 of 23", with its neighbours (Q.1). */
export type QueuePlace = {
  /** From 1; more than `COUNTED_PLACES` says no more than that. */
  at: number;
  /** Likewise. */
  of: number;
  previous: string | null;
  next: string | null;
};
