import type { DeliveryState } from "@/lib/notices/delivery-state";
import type { HookEvent } from "../../rest-hooks/hook-event";
import type { OutgoingKind } from "../outgoing";

/** A connection by which handoffs go out, to a CRM or to a hook, as its own page shows it. */
export type WritingConnection = {
  id: string;
  name: string;
  systemLabel: string;
  paused: boolean;
  /** What was subscribed, where it is a hook; null where it is a CRM. */
  hook: { targetUrl: string; events: readonly HookEvent[] } | null;
};

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
