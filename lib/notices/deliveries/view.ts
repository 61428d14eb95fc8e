import type { DeliveryState } from "../delivery-state";
import type { NoticeKind } from "../kinds";

/** How many notices each connection sent, still has to send, and gave up, by connection. */
export type DayOfNotices = { sent: number; waiting: number; failed: number };

/** A notice that did not arrive, or not yet. Whom it is about is nobody's business here. */
export type StuckDelivery = {
  id: string;
  kind: NoticeKind;
  at: Date;
  person: string;
  by: string;
  state: DeliveryState;
  tries: number;
  dueAt: Date;
  words: string | null;
  /** Nothing is told by the connection while it is. */
  paused: boolean;
};
