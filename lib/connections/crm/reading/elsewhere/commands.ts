import { and, eq, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { routingElsewhere } from "@/db/schema/routing-elsewhere";
import type { SystemActor } from "@/lib/access/viewer";
import { decideRouting } from "@/lib/api/routing/decision";
import { releaseAs } from "@/lib/gate/commands";
import { followOwner } from "@/lib/gate/owner-elsewhere/commands";
import { WITH_A_REP } from "@/lib/gate/status";
import { record } from "@/lib/platform/history";
import type { RoutedElsewhere } from "../../crm";
import { decisionsThrough, openLeads } from "./queries";

/**
 * Keeps to whom a router in a CRM gave leads that Baton knows by their address (K.4). One that the
 * gate holds waits here, since the router will not say it again.
 */
export async function noteDecisions(
  tx: Transaction,
  actor: SystemActor,
  connectionId: string,
  decisions: readonly RoutedElsewhere[],
): Promise<void> {
  const leads = await openLeads(tx, actor, [...new Set(decisions.map(({ email }) => email))]);
  for (const { email, owner, reason, decidedAt } of decisions) {
    const leadId = leads.get(email);
    if (!leadId) continue;
    const set = { owner, reason, decidedAt };
    await tx
      .insert(routingElsewhere)
      .values({ connectionId, leadId, ...set })
      .onConflictDoUpdate({
        target: [routingElsewhere.connectionId, routingElsewhere.leadId],
        set,
        setWhere: sql`${routingElsewhere.decidedAt} <= excluded.decided_at`,
      });
  }
}

type Decision = Awaited<ReturnType<typeof decisionsThrough>>[number];

/** Hands off what a router elsewhere decided, through the gate; what that holds goes on waiting. */
export async function followDecisions(
  actor: SystemActor,
  connectionId: string,
  now: Date,
): Promise<void> {
  for (const decision of await decisionsThrough(actor, connectionId)) {
    const ended = WITH_A_REP.includes(decision.status)
      ? await giveOn(actor, decision, now)
      : await decide(actor, decision, now);
    if (!ended) continue;
    await transaction((tx) =>
      tx
        .delete(routingElsewhere)
        .where(
          and(
            eq(routingElsewhere.connectionId, connectionId),
            eq(routingElsewhere.leadId, decision.leadId),
            eq(routingElsewhere.decidedAt, decision.decidedAt),
          ),
        ),
    );
  }
}

/** A rep has it already, and has not answered: nothing happens where it is the same one. */
async function giveOn(
  actor: SystemActor,
  { leadId, owner, reason }: Decision,
  now: Date,
): Promise<true> {
  await transaction((tx) => followOwner(tx, actor, { leadId, email: owner, reason }, now));
  return true;
}

/**
 * It was read, so it was decided by now: the CRM's clock is ahead of ours where that is still to come.
 * Where that rep can take nothing, our own rules serve, since nobody there is told to decide anew.
 */
async function decide(
  actor: SystemActor,
  { leadId, owner, reason, decidedAt: stamp }: Decision,
  now: Date,
): Promise<boolean> {
  const decidedAt = stamp > now ? now : stamp;
  const decided = await decideRouting(actor, leadId, { owner, reason, decidedAt }, now);
  if (decided.result === "held") return false;
  if (decided.result === "hindered") {
    const note = `${actor.name} decided for ${decided.owner}, who ${decided.why}`;
    return (await releaseAs(actor, leadId, { notTo: [], because: `${note}.`, note }, now)).ok;
  }
  if (decided.result === "wrong")
    await transaction((tx) =>
      record(tx, actor, [
        {
          ...{ at: now, verb: "named an owner who is no rep here", subject: "lead" },
          ...{ subjectId: leadId, after: owner },
        },
      ]),
    );
  return true;
}
