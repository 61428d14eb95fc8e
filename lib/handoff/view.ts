import type { QueuePlace } from "@/lib/queue/row";
import type { Calendar } from "@/lib/sla/calendar";
import type { Escalation } from "@/lib/sla/settings";
import type { FieldId } from "@/lib/standard/categories";
import type { AttemptKind, AttemptResult, RejectionReason } from "./outcome";
import type { Since } from "./since/since";
import type { Snapshot } from "./snapshot";

/** An attempt to reach the lead, by whom and when. */
export type AttemptView = {
  kind: AttemptKind;
  result: AttemptResult;
  words: string | null;
  by: string;
  at: Date;
};

/** How a handoff ended. */
export type DecisionView = {
  accepted: boolean;
  reason: RejectionReason | null;
  fieldId: FieldId | null;
  words: string | null;
  by: string;
  at: Date;
};

/**
 * A step that was taken: how many were `told` by notices, whether the lead was `given` to another rep.
 * `words` say why it came to nothing, or why it was given on before its time.
 */
export type EscalationView = {
  action: Escalation;
  at: Date;
  told: number | null;
  given: boolean;
  words: string | null;
};

/** What a CRM last said of the lead's record there. */
export type CrmView = {
  /** The connection's. */
  id: string;
  /** The connection's name, such as 'Salesforce'. */
  name: string;
  stage: string | null;
  owner: string | null;
  /** Another than the rep who has the lead here owns the record, while the lead is open. */
  isAnothers: boolean;
  /** Where the record is opened; null where that is not known. */
  address: string | null;
};

/** A handoff as its page shows it: the snapshot as it was given, and what its rep did with it. */
export type HandoffView = {
  id: string;
  leadId: string;
  routedAt: Date;
  /** Of the owner's working time, which `calendar` tells. */
  windowSeconds: number;
  calendar: Calendar;
  /** What the ladder did about it (Q.2), in the order of time. */
  escalations: EscalationView[];
  snapshot: Snapshot;
  /** True where the viewer is the rep it was given to. */
  own: boolean;
  attempts: AttemptView[];
  decision: DecisionView | null;
  /** The fields that were reported missing (Q.6). */
  reported: FieldId[];
  /** When marketing ops last added something that the viewer was told of and has not seen. */
  corrected: Date | null;
  /** Where it stands in the list that the viewer came from; null where that was not asked. */
  place: QueuePlace | null;
  /** The lead's records in the CRMs; none any more once the lead is somebody else's. */
  crms: CrmView[];
  /** What came since; nothing any more once the lead is somebody else's. */
  since: Since;
  /** Who has the lead now, where that is somebody else's later handoff. */
  givenOn: { to: string; at: Date; rerouted: boolean } | null;
};
