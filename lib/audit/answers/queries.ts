import { and, asc, eq, gte, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { attempt, decision, handoff } from "@/db/schema/handoff";
import { person } from "@/db/schema/person";
import { escalation } from "@/db/schema/sla";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { calendarsOf } from "@/lib/sla/queries";
import { type Answers, answersOf, type Leg } from "./answers";

type Read = Omit<Leg, "calendar"> & { id: string; nextId: string | null };

/** The handoffs of each lead in a row, first to last; those whose first was before are left out. */
function inRows(legs: readonly (Leg & Pick<Read, "id" | "nextId">)[]): Leg[][] {
  const byId = new Map(legs.map((leg) => [leg.id, leg]));
  const later = new Set(legs.map(({ nextId }) => nextId));
  return legs
    .filter(({ id }) => !later.has(id))
    .map((first) => {
      const row = [first];
      for (let at = first.nextId; at !== null; ) {
        const next = byId.get(at);
        if (!next) break;
        row.push(next);
        at = next.nextId;
      }
      return row;
    });
}

/**
 * How the leads that were routed since a moment were answered, in the working time of whoever had
 * them (Q.2, G.6). An attempt counts from the routing on, whoever's lead it is by then.
 */
export async function readAnswers(viewer: Viewer, from: Date, now: Date): Promise<Answers> {
  authorize(viewer, "see the audit");
  const at = now.toISOString();
  const rows = await db
    .select({
      id: handoff.id,
      ownerId: handoff.ownerId,
      owner: person.name,
      routedAt: handoff.routedAt,
      windowSeconds: handoff.windowSeconds,
      firstAttemptAt: sql<string | null>`(select min(${attempt.at}) from ${attempt}
        where ${attempt.handoffId} = ${handoff.id} and ${attempt.at} >= ${handoff.routedAt}
          and ${attempt.at} <= ${at})`,
      decidedAt: decision.at,
      givenOnAt: escalation.at,
      nextId: escalation.nextHandoffId,
    })
    .from(handoff)
    .innerJoin(person, eq(person.id, handoff.ownerId))
    .leftJoin(decision, and(eq(decision.handoffId, handoff.id), lte(decision.at, now)))
    .leftJoin(
      escalation,
      and(eq(escalation.handoffId, handoff.id), sql`${escalation.nextHandoffId} is not null`),
    )
    .where(and(gte(handoff.routedAt, from), lte(handoff.routedAt, now)))
    .orderBy(asc(handoff.routedAt));
  const calendars = await calendarsOf(viewer, [...new Set(rows.map(({ ownerId }) => ownerId))]);
  const legs = rows.flatMap(({ ownerId, ...row }) => {
    const calendar = calendars.get(ownerId);
    const firstAttemptAt = row.firstAttemptAt === null ? null : new Date(row.firstAttemptAt);
    return calendar ? [{ ...row, firstAttemptAt, calendar }] : [];
  });
  return answersOf(inRows(legs), now);
}
