import { transaction } from "@/db/client";
import type { SystemActor } from "@/lib/access/viewer";
import { type Released, releaseAs } from "../../commands";
import { keepDecision } from "../commands";
import { decidedWords } from "../decision";

/** A decision for a rep that is one; `email` is their address. */
type Taken = { owner: { id: string; email: string }; reason: string; decidedAt: Date };

/**
 * Hands a lead off as a system elsewhere decided, or keeps the decision where the gate holds the lead:
 * both in one transaction, so that it is not forgotten where the gate lets go at that moment. `kept` is
 * false where a later one is kept.
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
    if (!outcome.holds) return outcome;
    const decision = { leadId, connectionId: null, owner: owner.email, reason, decidedAt };
    return { ...outcome, kept: await keepDecision(tx, actor, decision, now) };
  });
}
