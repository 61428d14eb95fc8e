import { and, eq } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { routingElsewhere } from "@/db/schema/routing-elsewhere";
import type { SystemActor } from "@/lib/access/viewer";
import { processLeads } from "@/lib/gate/commands";
import { keepDecision, withdrawDecision } from "@/lib/gate/elsewhere/commands";
import { followOwner } from "@/lib/gate/elsewhere/following/commands";
import { WITH_A_REP } from "@/lib/gate/status";
import type { RoutedElsewhere } from "../../crm";
import { decisionsThrough, openLeads } from "./queries";

/**
 * Keeps to whom a router in a CRM gave leads that Baton knows by their address (K.4), since the router
 * will not say it again. What it gave back to a queue is withdrawn.
 */
export async function noteDecisions(
  tx: Transaction,
  actor: SystemActor,
  connectionId: string,
  decisions: readonly RoutedElsewhere[],
  now: Date,
): Promise<void> {
  const leads = await openLeads(tx, actor, [...new Set(decisions.map(({ email }) => email))]);
  for (const { email, owner, reason, decidedAt: at } of decisions) {
    const leadId = leads.get(email);
    if (!leadId) continue;
    await (owner === null
      ? withdrawDecision(actor, { leadId, readIn: { connectionId, at } }, now, tx)
      : keepDecision(tx, actor, { leadId, connectionId, owner, reason, decidedAt: at }, now));
  }
}

type Decision = Awaited<ReturnType<typeof decisionsThrough>>[number];

/**
 * Hands off what a router elsewhere decided and nothing holds any more, through the gate. Where a rep has
 * the lead already, it goes on to the one decided for; that is settled then, whatever came of it.
 */
export async function followDecisions(
  actor: SystemActor,
  connectionId: string,
  now: Date,
): Promise<void> {
  for (const decision of await decisionsThrough(actor, connectionId)) {
    await transaction(async (tx) => {
      if (WITH_A_REP.includes(decision.status)) await giveOn(tx, actor, decision, now);
      else await processLeads(tx, actor, [decision.leadId], now);
    });
  }
}

/** Nothing happens where it is the same rep, or has tried to reach the lead. */
async function giveOn(
  tx: Transaction,
  actor: SystemActor,
  { leadId, owner, reason, decidedAt }: Decision,
  now: Date,
): Promise<void> {
  // A record's stamp moves with every change of it, so it is no time of the decision.
  const decision = { at: decidedAt, isTimed: false };
  await followOwner(tx, actor, { leadId, email: owner, reason, decision }, now);
  await tx
    .delete(routingElsewhere)
    .where(and(eq(routingElsewhere.leadId, leadId), eq(routingElsewhere.decidedAt, decidedAt)));
}
