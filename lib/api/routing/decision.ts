import type { FieldError } from "@/lib/access/requests/problem";
import type { SystemActor } from "@/lib/access/viewer";
import { routeOrKeep } from "@/lib/gate/elsewhere/following/commands";
import { WITH_A_REP } from "@/lib/gate/status";
import { MINUTE } from "@/lib/platform/durations";
import { hindranceOf } from "@/lib/routing/team/queries";
import type { MissingField } from "@/lib/standard/completeness";
import { type HandoffRecord, handoffRecord } from "../handoffs/queries";
import type { LeadRecord } from "../leads/lead-document";
import { leadRecord } from "../leads/queries";
import { repsCalled } from "./queries";

/** A routing decision made elsewhere (K.4): `owner` is a rep's email, name or id. Now where it names no time. */
type Decision = { owner: string; reason: string; decidedAt?: Date | undefined };

export type Decided =
  | { result: "routed" | "already"; handoff: HandoffRecord }
  | { result: "no lead" }
  | { result: "wrong"; error: FieldError }
  /** That rep can take nothing now; `why` is read after their name. */
  | { result: "hindered"; owner: string; why: string }
  /** The gate holds the lead; the decision waits for that, where it is `kept`. */
  | { result: "held"; reason: string; missing: readonly MissingField[]; kept: boolean }
  | { result: "refused"; reason: string };

/** Clocks differ; a decision from further ahead than this is a mistake, in milliseconds. */
const AHEAD = 10 * MINUTE;

/**
 * Hands a lead off as a system elsewhere decided, through the gate; what that holds is kept and followed
 * once it lets go. The same decision again is answered by the handoff that it made, so that a sender
 * can repeat itself safely (K.5).
 */
export async function decideRouting(
  actor: SystemActor,
  leadId: string,
  decision: Decision,
  now: Date,
): Promise<Decided> {
  const lead = await leadRecord(actor, leadId);
  if (!lead) return { result: "no lead" };
  if (decision.decidedAt && decision.decidedAt.getTime() - now.getTime() > AHEAD) {
    return { result: "wrong", error: { field: "decidedAt", reason: "lies in the future" } };
  }
  const [owner, other] = await repsCalled(actor, decision.owner);
  if (!owner) return wrongOwner("is not an active rep's email, name or id");
  if (other) return wrongOwner("is the name of two reps: give the email");
  const same = await sameHandoff(actor, lead, owner.id, decision.reason);
  if (same) return { result: "already", handoff: same };
  const { reason, decidedAt } = decision;
  const outcome = await routeOrKeep(actor, leadId, { owner, reason, decidedAt }, now);
  const after = (await leadRecord(actor, leadId)) ?? lead;
  if (outcome.ok) return routed(actor, after);
  const meanwhile = await sameHandoff(actor, after, owner.id, decision.reason);
  if (meanwhile) return { result: "already", handoff: meanwhile };
  if (outcome.holds) return heldFor(outcome.holds, outcome.reason, outcome.kept ?? false);
  const stays =
    WITH_A_REP.includes(after.status) && !(await isUntriedWithAnother(actor, after, owner.id));
  const hindered = !stays && (await hindranceOf(actor, owner.id, now));
  if (hindered) return { result: "hindered", owner: owner.name, why: hindered };
  return { result: "refused", reason: outcome.reason };
}

function heldFor(missing: readonly MissingField[], reason: string, kept: boolean): Decided {
  const follows = kept
    ? "The decision is kept, and followed once nothing is missing."
    : "A later decision is kept instead of this one.";
  return { result: "held", reason: `${reason} ${follows}`, missing, kept };
}

async function routed(actor: SystemActor, { id, handoffId }: LeadRecord): Promise<Decided> {
  const handoff = handoffId && (await handoffRecord(actor, handoffId));
  if (!handoff) throw new Error(`Lead ${id} was handed off without a handoff.`);
  return { result: "routed", handoff };
}

const wrongOwner = (reason: string): Decided => ({
  result: "wrong",
  error: { field: "owner", reason },
});

/** A lead that a router may still give to this rep: another has it, who has not tried to reach it. */
async function isUntriedWithAnother(actor: SystemActor, lead: LeadRecord, owner: string) {
  if (lead.status !== "routed" || !lead.handoffId) return false;
  return (await handoffRecord(actor, lead.handoffId))?.snapshot.owner.id !== owner;
}

async function sameHandoff(actor: SystemActor, lead: LeadRecord, owner: string, reason: string) {
  if (!lead.handoffId || lead.status === "rejected") return null;
  const handoff = await handoffRecord(actor, lead.handoffId);
  const same = handoff?.snapshot.owner.id === owner && handoff.snapshot.routingReason === reason;
  return same ? handoff : null;
}
