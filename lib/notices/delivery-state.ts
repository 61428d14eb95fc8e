/**
 * How a delivery stands. `waiting`: still to be sent, at its `dueAt`. `dropped`: rightly not sent,
 * as it was quiet or no news any more. `failed`: given up.
 */
export const DELIVERY_STATES = ["waiting", "sent", "dropped", "failed"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
