import { exists, inArray, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { anonymousActivity } from "@/db/schema/activity";
import { lead, leadIdentity } from "@/db/schema/lead";
import type { Actor } from "@/lib/access/viewer";
import { byEmail, type Identity, identityKey } from "../../queries";

/** The names of these leads under which something waits that they did. */
export async function waitingNames(
  tx: Transaction,
  _actor: Actor,
  leadIds: readonly string[],
): Promise<{ leadId: string; visitor: Identity[] }[]> {
  if (leadIds.length === 0) return [];
  const ids = [...leadIds];
  const waitsAs = (name: SQL) =>
    exists(
      tx
        .select({ one: sql`1` })
        .from(anonymousActivity)
        .where(sql`${anonymousActivity.visitor} = ${name}`),
    );
  const { leadId, kind, value } = leadIdentity;
  const named = await tx
    .select({ leadId, kind, value })
    .from(leadIdentity)
    .where(sql`${inArray(leadId, ids)} and ${waitsAs(sql`${kind} || ':' || ${value}`)}`);
  const addressed = await tx
    .select({ leadId: lead.id, email: lead.email })
    .from(lead)
    .where(
      sql`${inArray(lead.id, ids)} and ${waitsAs(sql`${identityKey(byEmail(""))}::text || ${lead.email}`)}`,
    );
  return [
    ...named.map(({ leadId, ...name }) => ({ leadId, visitor: [name] })),
    ...addressed.flatMap(({ leadId, email }) =>
      email ? [{ leadId, visitor: [byEmail(email)] }] : [],
    ),
  ];
}
