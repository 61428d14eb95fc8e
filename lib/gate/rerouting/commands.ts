import type { Transaction } from "@/db/client";
import { type Outcome, refused } from "@/lib/access/outcome";
import type { Actor } from "@/lib/access/viewer";
import type { Rerouting } from "@/lib/routing/owner";
import { processLeads } from "../commands";

/**
 * Takes a lead from those in `notTo` and gives it to whom the rules choose beside them, as a new
 * handoff; the earlier ones keep their owner and their times. `because` is a sentence that begins
 * the path, such as 'Jonas Rehberg did not answer within 5 minutes.' Refused, and nothing is
 * changed, where the gate holds the lead by now or nobody else can take it.
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
