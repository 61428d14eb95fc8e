import { and, desc, eq, gte, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { attempt, decision, handoff } from "@/db/schema/handoff";
import { outcome } from "@/db/schema/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { calendarsOf } from "@/lib/sla/queries";
import type { Followed } from "./questions";

/** Each lead that was routed since a moment, by its last handoff, with what came of it. */
export async function followedLeads(viewer: Viewer, from: Date, now: Date): Promise<Followed[]> {
  authorize(viewer, "see outcomes");
  // One walk over the attempts for all, not two looks for each lead.
  const tries = db
    .select({
      handoffId: attempt.handoffId,
      firstAt: sql<string>`min(${attempt.at})`.as("first_at"),
      reached: sql<boolean>`bool_or(${attempt.result} = 'reached')`.as("reached"),
    })
    .from(attempt)
    .innerJoin(handoff, eq(handoff.id, attempt.handoffId))
    .where(
      and(
        gte(attempt.at, from),
        lte(attempt.at, now),
        gte(attempt.at, handoff.routedAt),
        gte(handoff.routedAt, from),
      ),
    )
    .groupBy(attempt.handoffId)
    .as("tries");
  const rows = await db
    .selectDistinctOn([handoff.leadId], {
      ownerId: handoff.ownerId,
      warm: handoff.warm,
      tier: handoff.tier,
      channel: handoff.channel,
      routedAt: handoff.routedAt,
      windowSeconds: handoff.windowSeconds,
      firstAttemptAt: sql<string | null>`${tries.firstAt}`,
      reached: sql<boolean>`coalesce(${tries.reached}, false)`,
      accepted: sql<boolean>`coalesce(${decision.accepted}, false)`,
      opportunityAt: outcome.opportunityAt,
      wonAt: outcome.wonAt,
    })
    .from(handoff)
    .leftJoin(tries, eq(tries.handoffId, handoff.id))
    .leftJoin(decision, eq(decision.handoffId, handoff.id))
    .leftJoin(outcome, eq(outcome.leadId, handoff.leadId))
    .where(and(gte(handoff.routedAt, from), lte(handoff.routedAt, now)))
    .orderBy(handoff.leadId, desc(handoff.routedAt));
  const calendars = await calendarsOf(viewer, [...new Set(rows.map(({ ownerId }) => ownerId))]);
  return rows.flatMap(({ ownerId, firstAttemptAt, ...row }) => {
    const calendar = calendars.get(ownerId);
    const first = firstAttemptAt === null ? null : new Date(firstAttemptAt);
    return calendar ? [{ ...row, firstAttemptAt: first, calendar }] : [];
  });
}
