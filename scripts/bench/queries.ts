import { and, asc, desc, eq, gte, lte, sql } from "drizzle-orm";
import { connect } from "@/db/client";
import { activity } from "@/db/schema/activity";
import { decision, handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import type { Role } from "@/lib/access/roles";
import type { Activity } from "@/lib/intake/activities/activity";

/** Whose pages are measured, and how much they have. */
export type Reader = { personId: string; email: string; sessionVersion: number; open: number };

/** The rep with the longest queue: the page that has most to do. */
export async function busiestRep(ownerUrl: string): Promise<Reader> {
  const { db, close } = connect(ownerUrl, { max: 1, statementTimeout: 0 });
  const open = sql<number>`(count(*) filter (where ${decision.handoffId} is null))::int`;
  const [found] = await db
    .select({
      personId: person.id,
      email: person.email,
      sessionVersion: person.sessionVersion,
      open,
    })
    .from(person)
    .innerJoin(handoff, eq(handoff.ownerId, person.id))
    .innerJoin(lead, eq(lead.handoffId, handoff.id))
    .leftJoin(decision, eq(decision.handoffId, handoff.id))
    .groupBy(person.id)
    .orderBy(desc(open))
    .limit(1)
    .finally(close);
  if (!found) throw new Error("Nobody has a queue.");
  return found;
}

/** The first person of a role. */
export async function someone(ownerUrl: string, role: Role): Promise<Reader> {
  const { db, close } = connect(ownerUrl, { max: 1 });
  const [found] = await db
    .select({ personId: person.id, email: person.email, sessionVersion: person.sessionVersion })
    .from(person)
    .where(eq(person.role, role))
    .orderBy(asc(person.createdAt))
    .limit(1)
    .finally(close);
  if (!found) throw new Error(`There is no ${role}.`);
  return { ...found, open: 0 };
}

/** Some of a rep's open leads, spread over the whole queue. */
export async function openLeads(ownerUrl: string, personId: string): Promise<string[]> {
  const { db, close } = connect(ownerUrl, { max: 1, statementTimeout: 0 });
  const rows = await db
    .select({ id: handoff.leadId })
    .from(handoff)
    .innerJoin(lead, eq(lead.handoffId, handoff.id))
    .leftJoin(decision, eq(decision.handoffId, handoff.id))
    .where(and(eq(handoff.ownerId, personId), sql`${decision.handoffId} is null`))
    .orderBy(sql`md5(${handoff.leadId}::text)`)
    .limit(40)
    .finally(close);
  return rows.map(({ id }) => id);
}

/** A lead's activities up to `now`, read as its judging reads them. */
export function activityReader(appUrl: string, now: Date) {
  const { db, close } = connect(appUrl, { max: 1, statementTimeout: 0 });
  const since = new Date(now.getTime() - 180 * 86_400_000);
  const read = async (leadId: string): Promise<Activity[]> => {
    const rows = await db
      .select()
      .from(activity)
      .where(
        and(
          eq(activity.leadId, leadId),
          gte(activity.occurredAt, since),
          lte(activity.occurredAt, now),
        ),
      )
      .orderBy(asc(activity.leadId), asc(activity.occurredAt), asc(activity.id));
    return rows as Activity[];
  };
  return { read, close };
}
