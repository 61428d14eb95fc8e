import { and, eq, isNull } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import { fallbackRouting } from "@/db/schema/routing";
import { type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Actor, Viewer } from "@/lib/access/viewer";
import { notify } from "@/lib/notices/commands";
import { record } from "@/lib/platform/history";
import type { Rerouting } from "@/lib/routing/rerouting";
import { processLeads } from "../commands";
import { ownersSoFar } from "../leavers/queries";

/**
 * Takes a lead from those in `notTo` and gives it to whom the rules choose beside them, as a new
 * handoff; the earlier ones keep their owner and their times. `because` is a sentence that begins
 * the path, such as 'Jonas Rehberg did not answer within 5 minutes.' Refused, and nobody has it
 * who had it not, where the gate holds the lead by now or nobody else can take it.
 */
export async function rerouteLead(
  tx: Transaction,
  actor: Actor,
  leadId: string,
  again: Rerouting,
  now: Date,
): Promise<Outcome<{ handoffId: string }>> {
  const results = await processLeads(tx, actor, [leadId], now, { release: again });
  const result = results.get(leadId);
  if (result?.handoffId) return { ok: true, value: { handoffId: result.handoffId } };
  const held = result?.holds.map(({ label }) => label).join(", ");
  return refused(held ? `The gate holds this lead. Missing: ${held}.` : "Nobody else can take it.");
}

async function openFallback(tx: Transaction, id: string) {
  const [row] = await tx
    .select({ leadId: handoff.leadId, ownerId: handoff.ownerId, handoffId: handoff.id })
    .from(fallbackRouting)
    .innerJoin(handoff, eq(handoff.id, fallbackRouting.handoffId))
    .where(and(eq(fallbackRouting.id, id), isNull(fallbackRouting.settledAt)))
    .for("update", { of: fallbackRouting });
  return row ?? null;
}

async function isUntouched(tx: Transaction, handoffId: string): Promise<boolean> {
  const [row] = await tx
    .select({ status: lead.status })
    .from(lead)
    .where(eq(lead.handoffId, handoffId))
    .for("update");
  return row?.status === "routed";
}

async function ownerOf(tx: Transaction, leadId: string): Promise<string> {
  const [row] = await tx
    .select({ name: person.name })
    .from(lead)
    .innerJoin(handoff, eq(handoff.id, lead.handoffId))
    .innerJoin(person, eq(person.id, handoff.ownerId))
    .where(eq(lead.id, leadId));
  return row?.name ?? "";
}

/**
 * Settles a lead that was routed by fallback: it stays with its owner, or goes once more by the
 * rules, as long as nobody has tried to reach it. Answers who has it then.
 */
export async function settleFallback(
  viewer: Viewer,
  input: { fallbackId: string; how: "again" | "stays" },
  now: Date,
): Promise<Outcome<{ owner: string }>> {
  authorize(viewer, "settle fallbacks");
  const { fallbackId, how } = input;
  return transaction(async (tx) => {
    const row = await openFallback(tx, fallbackId);
    if (!row) return refused("Somebody settled this already.");
    const { leadId, ownerId: personId, handoffId } = row;
    if (how === "again") {
      if (!(await isUntouched(tx, handoffId))) {
        return refused("Somebody works on this lead already, so it stays where it is.");
      }
      const because = `${viewer.name} routed it again after the fallback.`;
      const owners = await ownersSoFar(tx, viewer, leadId);
      let outcome = await rerouteLead(tx, viewer, leadId, { notTo: owners, because }, now);
      // One who had it before has it again where nobody else can take it.
      if (!outcome.ok && owners.length > 1) {
        outcome = await rerouteLead(tx, viewer, leadId, { notTo: [personId], because }, now);
      }
      if (!outcome.ok) return outcome;
      await notify(tx, viewer, [{ kind: "rerouted_away", personId, leadId, handoffId, at: now }]);
    }
    await tx
      .update(fallbackRouting)
      .set({ settledAt: now, settledBy: viewer.id })
      .where(eq(fallbackRouting.id, fallbackId));
    const owner = await ownerOf(tx, leadId);
    const after = { how, owner };
    const entry = { at: now, verb: "settled a fallback", subject: "lead" } as const;
    await record(tx, viewer, [{ ...entry, subjectId: leadId, after }]);
    return { ok: true, value: { owner } };
  });
}
