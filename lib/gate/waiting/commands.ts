import { and, eq, or } from "drizzle-orm";
import { transaction } from "@/db/client";
import { lead } from "@/db/schema/lead";
import type { SystemActor } from "@/lib/access/viewer";
import { log } from "@/lib/platform/log";
import { somebodyCanTake } from "@/lib/routing/team/queries";
import { processLeads } from "../commands";
import { decidedElsewhere, decidedLeads, due, dueLeads } from "./queries";

/**
 * Judges one that is still due. One at a time has it: who comes second waits, since the last place of a
 * rep is for the lead that is due the longest, and finds it gone.
 */
async function routeOne(actor: SystemActor, id: string, now: Date) {
  return transaction(async (tx) => {
    const [row] = await tx
      .select({ id: lead.id })
      .from(lead)
      .where(and(eq(lead.id, id), or(due(now), decidedElsewhere())))
      .for("update");
    if (!row) return "gone";
    const result = (await processLeads(tx, actor, [id], now)).get(id);
    if (result?.handoffId) return "routed";
    return result?.status === "ready" && result.trigger ? "nobody" : "gone";
  });
}

/**
 * Routes the leads that nothing holds any more: the MQLs whose grace has ended (G.5), and those for whom
 * no rep had access until now, whether they are MQLs or a system elsewhere decided for a rep. While
 * none has, they stay due and none is judged. Safe to run side by side and again; one that fails
 * keeps no other from going. Answers how many were routed.
 */
export async function routeDue(actor: SystemActor, now: Date): Promise<number> {
  if (!(await somebodyCanTake(actor, now))) return 0;
  let routed = 0;
  for (const id of [...(await dueLeads(actor, now)), ...(await decidedLeads(actor))]) {
    const came = await routeOne(actor, id, now).catch((err: unknown) => {
      log().error({ err, lead: id }, "A lead that was due could not be routed");
      return "gone" as const;
    });
    if (came === "nobody") break;
    if (came === "routed") routed += 1;
  }
  return routed;
}
