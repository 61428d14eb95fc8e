import type { DeliveryState } from "@/lib/notices/delivery-state";
import type { OutgoingKind } from "../outgoing";

/** A connection that writes to a CRM, as its own page shows it. */
export type WritingConnection = { id: string; name: string; systemLabel: string; paused: boolean };

/** Something that goes out, as a list shows it. */
export type OutgoingRow = {
  id: string;
  leadId: string;
  name: string;
  kind: OutgoingKind;
  at: Date;
  state: DeliveryState;
  tries: number;
  dueAt: Date;
  triedAt: Date | null;
  settledAt: Date | null;
  words: string | null;
};
