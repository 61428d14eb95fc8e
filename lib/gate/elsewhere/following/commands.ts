import { and, eq, inArray, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import { done, refused } from "@/lib/access/outcome";
import type { SystemActor } from "@/lib/access/viewer";
import { notify } from "@/lib/notices/commands";
import { processLeads, type Released, releaseAs } from "../../commands";
import { type LeadStatus, OPEN_WITH_REP } from "../../status";
import { keepDecision } from "../commands";
import { decided, isFollowedIn } from "../decision";

/** Whose lead a router may still take: a person who tried to reach somebody is not passed over. */
const UNTRIED: readonly LeadStatus[] = ["routed"];

/** When a router decided; not `isTimed` where that is only when we heard of it, or of a change beside. */
type DecidedAt = { at: Date; isTimed: boolean };

/** Whom a lead has elsewhere, by their address; of a router also why, and when where that is to be asked. */
type OwnerElsewhere = {
  leadId: string;
  email: string;
  reason?: string | undefined;
  decision?: DecidedAt;
};

/** What came of it: `followed` where this decision, or a later one, was followed before. */
type Came = "given" | "followed" | "left";

/**
 * Whether a later decision was followed of a lead, or this very one, which may come again when its rep
 * has let the lead lapse.
 */
async function isOvertaken(
  tx: Transaction,
  leadId: string,
  coming: Parameters<typeof isFollowedIn>[1],
): Promise<boolean> {
  const before = await tx
    .select({ ownerId: handoff.ownerId, snapshot: handoff.snapshot })
    .from(handoff)
    .where(eq(handoff.leadId, leadId));
  return before.some((one) => isFollowedIn(one, coming));
}

/**
 * Gives a lead that waits for an answer to the rep that it has elsewhere now, as a new handoff
 * through the same gate (K.4), for the reason that a router there gave, if one did. Who accepted one
 * keeps it, whoever's record it is. Where a person chose that rep, also one who is away or at their
 * cap, and after an attempt: two owners would be worse. Nothing where it is theirs already, where the
 * address is no active rep's, where a router chose one who can take nothing or takes a lead that was
 * tried, where this decision or a later one was followed before, or where the gate holds it by now.
 */
export async function followOwner(
  tx: Transaction,
  actor: SystemActor,
  { leadId, email, reason: told, decision }: OwnerElsewhere,
  now: Date,
): Promise<Came> {
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
  if (!given || !rep || rep.id === given.ownerId) return "left";
  const coming = decision && { ownerId: rep.id, reason: told, ...decision };
  if (coming && (await isOvertaken(tx, leadId, coming))) return "followed";
  const reason = told ?? `${rep.name} owns the record in ${actor.name}.`;
  const changed = { path: [`Its owner was changed in ${actor.name}.`] };
  const why = decision ? decided(actor.name, decision.at) : changed;
  const release = { ownerId: rep.id, reason, ...why, ...(told ? {} : { owned: true as const }) };
  const results = await processLeads(tx, actor, [leadId], now, { release });
  if (!results.get(leadId)?.handoffId) return "left";
  const { ownerId: personId, handoffId } = given;
  await notify(tx, actor, [{ kind: "rerouted_away", personId, leadId, handoffId, at: now }]);
  return "given";
}

/** A decision for a rep that is one; `email` is their address. Made now where it names no time. */
type Taken = {
  owner: { id: string; email: string };
  reason: string;
  decidedAt: Date | undefined;
};

const REPEATED =
  "This decision was followed before, and the lead has gone on since. Where it was made anew, send decidedAt.";

/**
 * Hands a lead off as a system elsewhere decided, also one that another rep has and has not tried; or
 * keeps the decision where the gate holds the lead: all in one transaction, so that it is not forgotten
 * where the gate lets go at that moment. `kept` is false where a later one is kept.
 */
export async function routeOrKeep(
  actor: SystemActor,
  leadId: string,
  { owner, reason, decidedAt: told }: Taken,
  now: Date,
): Promise<Released & { kept?: boolean }> {
  const decidedAt = told ?? now;
  return transaction(async (tx) => {
    const release = { ownerId: owner.id, reason, ...decided(actor.name, decidedAt) };
    const outcome = await releaseAs(actor, leadId, release, now, tx);
    if (outcome.ok) return outcome;
    const decision = { at: decidedAt, isTimed: told !== undefined };
    const change = { leadId, email: owner.email, reason, decision };
    const came = await followOwner(tx, actor, change, now);
    if (came === "given") return done;
    if (came === "followed" && !told) return refused(REPEATED);
    if (!outcome.holds) return outcome;
    const kept = { leadId, connectionId: null, owner: owner.email, reason, decidedAt };
    return { ...outcome, kept: await keepDecision(tx, actor, kept, now) };
  });
}
