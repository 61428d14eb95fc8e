import { and, asc, eq, inArray } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { lead } from "@/db/schema/lead";
import { routingElsewhere } from "@/db/schema/routing-elsewhere";
import type { SystemActor } from "@/lib/access/viewer";
import { type LeadStatus, OPEN_WITH_REP, WITHOUT_A_REP } from "@/lib/gate/status";

/** Whose routing a decision made elsewhere may still be: nobody has answered, or nobody has it. */
const OPEN: readonly LeadStatus[] = [...WITHOUT_A_REP, ...OPEN_WITH_REP];
/** Those of them that the gate does not hold. */
const THROUGH: readonly LeadStatus[] = ["ready", ...OPEN_WITH_REP];

/** The leads with these addresses that wait for a rep or for their rep's answer. */
export async function openLeads(
  tx: Transaction,
  _actor: SystemActor,
  emails: readonly string[],
): Promise<Map<string, string>> {
  if (emails.length === 0) return new Map();
  const rows = await tx
    .select({ id: lead.id, email: lead.email })
    .from(lead)
    .where(and(inArray(lead.email, [...emails]), inArray(lead.status, [...OPEN])));
  return new Map(rows.map(({ id, email }) => [email ?? "", id]));
}

/** The decisions of a connection that nothing stands in the way of any more, the oldest first. */
export async function decisionsThrough(_actor: SystemActor, connectionId: string) {
  return db
    .select({
      leadId: routingElsewhere.leadId,
      owner: routingElsewhere.owner,
      reason: routingElsewhere.reason,
      decidedAt: routingElsewhere.decidedAt,
      status: lead.status,
    })
    .from(routingElsewhere)
    .innerJoin(lead, eq(lead.id, routingElsewhere.leadId))
    .where(and(eq(routingElsewhere.connectionId, connectionId), inArray(lead.status, [...THROUGH])))
    .orderBy(asc(routingElsewhere.decidedAt), asc(routingElsewhere.leadId))
    .limit(500);
}
