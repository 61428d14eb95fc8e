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
  const tries = sql`from ${attempt} where ${attempt.handoffId} = ${handoff.id}
    and ${attempt.at} >= ${handoff.routedAt} and ${attempt.at} <= ${now.toISOString()}`;
  const rows = await db
    .selectDistinctOn([handoff.leadId], {
      ownerId: handoff.ownerId,
      warm: handoff.warm,
      tier: handoff.tier,
      channel: sql<string | null>`${handoff.snapshot} #>> '{fields,C5.3,value,channel}'`,
      routedAt: handoff.routedAt,
      windowSeconds: handoff.windowSeconds,
      firstAttemptAt: sql<string | null>`(select min(${attempt.at}) ${tries})`,
      reached: sql<boolean>`exists (select 1 ${tries} and ${attempt.result} = 'reached')`,
      accepted: sql<boolean>`coalesce(${decision.accepted}, false)`,
      wonAt: outcome.wonAt,
    })
    .from(handoff)
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
