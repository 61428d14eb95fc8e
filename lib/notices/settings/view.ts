import type { DeliveryState } from "../delivery-state";
import type { NoticeKind } from "../kinds";

/** A way to people that is connected, as far as somebody chooses it. */
export type OfferedChannel = {
  id: string;
  name: string;
  readers: "the person" | "a room";
  paused: boolean;
};

/** One of the viewer's own notices on its way, or at its end. */
export type OwnDelivery = {
  id: string;
  kind: NoticeKind;
  at: Date;
  by: string;
  state: DeliveryState;
  tries: number;
  dueAt: Date;
  settledAt: Date | null;
  words: string | null;
};
