import type { ActivityInput } from "../../input";

/** When a batch came, and from whom where an activity does not say so itself. */
export type Stamp = { now: Date; source: string };

/** An activity as its row says it. */
export function activityRow(given: ActivityInput, { now, source }: Stamp) {
  return {
    kind: given.kind,
    occurredAt: given.occurredAt,
    receivedAt: now,
    source: (given.source ?? source).toWellFormed(),
    userAgent: given.userAgent?.toWellFormed() ?? null,
    product: given.product?.toWellFormed() ?? null,
    details: given.details,
  };
}
export type ActivityRow = ReturnType<typeof activityRow>;
