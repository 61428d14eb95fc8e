import type { MapFault } from "../../crm/map/entry";
import type { OutgoingKind } from "../outgoing";

/** What goes out by one CRM: of the last 24 hours, what waits and was given up, and its map. */
export type CrmDay = {
  sent: number;
  waiting: number;
  failed: number;
  /** How many failed at least once and are not there yet, the given-up ones among them. */
  stuck: number;
  stuckSince: Date | null;
  nextAt: Date | null;
  lastSentAt: Date | null;
  /** What of its field map is no longer right; while there is anything, nothing goes out. */
  faults: MapFault[];
  /** How many values go to a field of the record. */
  mapped: number;
};

/** Something that has not reached a CRM. */
export type StuckOutgoing = {
  id: string;
  leadId: string;
  name: string;
  by: string;
  kind: OutgoingKind;
  at: Date;
  state: "waiting" | "failed";
  tries: number;
  dueAt: Date;
  words: string;
  /** Nothing goes out while the connection is. */
  paused: boolean;
};
