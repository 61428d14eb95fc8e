import { and, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type { db, Transaction } from "@/db/client";
import { person } from "@/db/schema/person";
import { routingElsewhere } from "@/db/schema/routing-elsewhere";
import type { Actor } from "@/lib/access/viewer";
import type { KeptDecision } from "./decision";

const { decidedBy, owner, reason, decidedAt } = getTableColumns(routingElsewhere);

/** The decisions made elsewhere that wait for these leads, by the lead's id. */
export async function keptDecisions(
  within: Transaction | typeof db,
  _actor: Actor,
  leadIds: readonly string[],
): Promise<Map<string, KeptDecision & { ownerName: string | null }>> {
  if (leadIds.length === 0) return new Map();
  const rows = await within
    .select({
      leadId: routingElsewhere.leadId,
      decidedBy,
      owner,
      reason,
      decidedAt,
      ownerId: person.id,
      ownerName: person.name,
    })
    .from(routingElsewhere)
    .leftJoin(person, and(sql`lower(${person.email}) = lower(${owner})`, eq(person.role, "rep")))
    .where(inArray(routingElsewhere.leadId, [...leadIds]));
  return new Map(rows.map(({ leadId, ...decision }) => [leadId, decision]));
}
