import { keysOf } from "@/lib/platform/keys-of";

/**
 * Where a lead stands. `captured`: nothing asked yet. `pending_enrichment`: held at the gate.
 * `ready`: documented, not yet an MQL. From `routed` on a handoff exists.
 */
export const LEAD_STATUSES = {
  captured: "Captured",
  pending_enrichment: "Pending Enrichment",
  ready: "Ready",
  routed: "Routed",
  contacted: "Contacted",
  accepted: "Accepted",
  rejected: "Rejected",
  excluded: "Set aside",
} as const;
export type LeadStatus = keyof typeof LEAD_STATUSES;
export const LEAD_STATUS_NAMES = keysOf(LEAD_STATUSES);

/** The statuses of a lead that no rep was given yet and that is not set aside. */
export const WITHOUT_A_REP: readonly LeadStatus[] = ["captured", "pending_enrichment", "ready"];

/** The statuses that mean a rep has been given the lead. */
export const HANDED_OFF: readonly LeadStatus[] = ["routed", "contacted", "accepted", "rejected"];

/** The statuses of a lead whose rep has not answered it yet. */
export const OPEN_WITH_REP: readonly LeadStatus[] = ["routed", "contacted"];

/** The statuses of a lead that a rep has now; a rejected one is with marketing ops again. */
export const WITH_A_REP: readonly LeadStatus[] = HANDED_OFF.filter(
  (status) => status !== "rejected",
);
