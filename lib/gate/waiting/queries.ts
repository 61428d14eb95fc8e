import { and, asc, eq, exists, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { lead } from "@/db/schema/lead";
import { routingElsewhere } from "@/db/schema/routing-elsewhere";
import { authorize } from "@/lib/access/permissions";
import type { SystemActor, Viewer } from "@/lib/access/viewer";
import { MINUTE } from "@/lib/platform/durations";

/** Leads taken up in one go; the next minute takes the next. */
const BATCH = 100;

/** A documented MQL that waits for nothing but somebody who can take it. */
export const due = (now: Date) =>
  and(
    // Said, not given: a kept plan could not know that the index of those who are due serves it.
    sql`${lead.status} = 'ready'`,
    isNotNull(lead.mqlAt),
    or(isNull(lead.graceEndsAt), lte(lead.graceEndsAt, now)),
  );

/** A documented lead that a system elsewhere gave to somebody, when nobody could take it (K.4). */
export const decidedElsewhere = () =>
  and(
    eq(lead.status, "ready"),
    exists(db.select().from(routingElsewhere).where(eq(routingElsewhere.leadId, lead.id))),
  );

/** Those, the one that was decided first before the others. */
export async function decidedLeads(_actor: SystemActor): Promise<string[]> {
  const rows = await db
    .select({ id: lead.id })
    .from(routingElsewhere)
    .innerJoin(lead, eq(lead.id, routingElsewhere.leadId))
    .where(eq(lead.status, "ready"))
    .orderBy(asc(routingElsewhere.decidedAt), asc(lead.id))
    .limit(BATCH);
  return rows.map(({ id }) => id);
}

/** Those that are due, the one whose trigger is the oldest first. */
export async function dueLeads(_actor: SystemActor, now: Date): Promise<string[]> {
  const rows = await db
    .select({ id: lead.id })
    .from(lead)
    .where(due(now))
    .orderBy(asc(lead.mqlAt), asc(lead.id))
    .limit(BATCH);
  return rows.map(({ id }) => id);
}

/** No rep has access for these; a grace that has just ended is being seen to. */
const withoutRep = (now: Date) => due(new Date(now.getTime() - MINUTE));

/** How many wait because no rep has access. */
export async function waitingForRep(viewer: Viewer, now: Date): Promise<number> {
  authorize(viewer, "see routing");
  return db.$count(lead, withoutRep(now));
}

/** A lead for which no rep has access, and when it became an MQL. */
type LeadWithoutRep = { id: string; name: string; companyName: string; since: Date };

const SHOWN = 50;

/** Those, the one that waits the longest first. */
export async function leadsWithoutRep(viewer: Viewer, now: Date): Promise<LeadWithoutRep[]> {
  authorize(viewer, "see routing");
  const rows = await db
    .select({ id: lead.id, name: lead.name, companyName: lead.companyName, since: lead.mqlAt })
    .from(lead)
    .where(withoutRep(now))
    .orderBy(asc(lead.mqlAt), asc(lead.id))
    .limit(SHOWN);
  return rows.map(({ name, companyName, since, ...row }) => ({
    ...row,
    name: name ?? "",
    companyName: companyName ?? "",
    since: since ?? now,
  }));
}
