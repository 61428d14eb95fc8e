import { and, eq, inArray, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import { done } from "@/lib/access/outcome";
import type { SystemActor } from "@/lib/access/viewer";
import { notify } from "@/lib/notices/commands";
import { processLeads, type Released, releaseAs } from "../../commands";
import { type LeadStatus, OPEN_WITH_REP } from "../../status";
import { keepDecision } from "../commands";
import { decidedAtIn, decidedWords } from "../decision";

/** Whose lead a router may still take: a person who tried to reach somebody is not passed over. */
const UNTRIED: readonly LeadStatus[] = ["routed"];

/** Whom a lead has elsewhere, by their address; of a router also why, and when where it told us itself. */
type OwnerElsewhere = {
  leadId: string;
  email: string;
  reason?: string | undefined;
  decidedAt?: Date | undefined;
};

/**
 * Whether a later decision was followed of a lead, or this very one, which may come again when its rep
 * has let the lead lapse.
 */
async function isOvertaken(
  tx: Transaction,
  leadId: string,
  ownerId: string,
  decidedAt: Date,
): Promise<boolean> {
  const before = await tx
    .select({ ownerId: handoff.ownerId, snapshot: handoff.snapshot })
    .from(handoff)
    .where(eq(handoff.leadId, leadId));
  return before.some((one) => {
    const at = decidedAtIn(one.snapshot.routingPath)?.getTime() ?? Number.NEGATIVE_INFINITY;
    return at > decidedAt.getTime() || (at === decidedAt.getTime() && one.ownerId === ownerId);
  });
}

/**
 * Gives a lead that waits for an answer to the rep that it has elsewhere now, as a new handoff
 * through the same gate (K.4), for the reason that a router there gave, if one did. Who accepted one
 * keeps it, whoever's record it is. Where a person chose that rep, also one who is away or at their
 * cap, and after an attempt: two owners would be worse. Nothing where it is theirs already, where the
 * address is no active rep's, where a router chose one who can take nothing or takes a lead that was
 * tried, where this decision or a later one was followed before, or where the gate holds it by now.
 * Answers whether it was given.
 */
export async function followOwner(
  tx: Transaction,
  actor: SystemActor,
  { leadId, email, reason: told, decidedAt }: OwnerElsewhere,
  now: Date,
): Promise<boolean> {
  const [given] = await tx
    .select({ ownerId: handoff.ownerId, handoffId: handoff.id })
    .from(lead)
    .innerJoin(handoff, eq(handoff.id, lead.handoffId))
    .where(and(eq(lead.id, leadId), inArray(lead.status, [...(told ? UNTRIED : OPEN_WITH_REP)])))
    .for("update", { of: lead });
  const [rep] = await tx
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(
      and(sql`lower(${person.email}) = lower(${email})`, person.active, eq(person.role, "rep")),
    );
  if (!given || !rep || rep.id === given.ownerId) return false;
  if (decidedAt && (await isOvertaken(tx, leadId, rep.id, decidedAt))) return false;
  const reason = told ?? `${rep.name} owns the record in ${actor.name}.`;
  const changed = `Its owner was changed in ${actor.name}.`;
  const path = [decidedAt ? decidedWords(actor.name, decidedAt) : changed];
  const release = { ownerId: rep.id, reason, path, ...(told ? {} : { owned: true as const }) };
  const results = await processLeads(tx, actor, [leadId], now, { release });
  if (!results.get(leadId)?.handoffId) return false;
  const { ownerId: personId, handoffId } = given;
  await notify(tx, actor, [{ kind: "rerouted_away", personId, leadId, handoffId, at: now }]);
  return true;
}

/** A decision for a rep that is one; `email` is their address. */
type Taken = { owner: { id: string; email: string }; reason: string; decidedAt: Date };

/**
 * Hands a lead off as a system elsewhere decided, also one that another rep has and has not tried; or
 * keeps the decision where the gate holds the lead: all in one transaction, so that it is not forgotten
 * where the gate lets go at that moment. `kept` is false where a later one is kept.
 */
export async function routeOrKeep(
  actor: SystemActor,
  leadId: string,
  { owner, reason, decidedAt }: Taken,
  now: Date,
): Promise<Released & { kept?: boolean }> {
  const path = [decidedWords(actor.name, decidedAt)];
  return transaction(async (tx) => {
    const release = { ownerId: owner.id, reason, path };
    const outcome = await releaseAs(actor, leadId, release, now, tx);
    if (outcome.ok) return outcome;
    const change = { leadId, email: owner.email, reason, decidedAt };
    if (await followOwner(tx, actor, change, now)) return done;
    if (!outcome.holds) return outcome;
    const decision = { leadId, connectionId: null, owner: owner.email, reason, decidedAt };
    return { ...outcome, kept: await keepDecision(tx, actor, decision, now) };
  });
}
