import { type Transaction, transaction } from "@/db/client";
import { routingSetting } from "@/db/schema/routing";
import { hindranceToSave, SAVED_MEANWHILE } from "@/lib/access/next-version";
import { type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";
import { routingInForce } from "../queries";
import type { RoutingSettings } from "../rule-book";
import { routingChanges } from "../settings-difference";
import { fallbackPerson } from "../team/queries";

/** What is wrong with whom the rules name as the fallback; nobody may be named only where there is nobody. */
async function faultOfFallback(
  tx: Transaction,
  viewer: Viewer,
  id: string | null,
): Promise<string | null> {
  const fallback = await fallbackPerson(tx, viewer, id);
  if (fallback?.isNamed || (id === null && !fallback)) return null;
  return id === null
    ? "Choose a fallback: the rep who gets what no rule gives to anybody."
    : "The fallback is no rep with access any more. Choose somebody else.";
}

/**
 * Saves the routing rules as the next version (C5.2), in force at once; leads that a rep has stay
 * where they are. `basedOn` is the version they were made from: nothing of somebody else is undone.
 */
export async function saveRouting(
  viewer: Viewer,
  input: { settings: RoutingSettings; basedOn: number; reason: string },
  now: Date,
): Promise<Outcome<{ version: number }>> {
  authorize(viewer, "set routing");
  const { settings, reason } = input;
  return transaction(async (tx) => {
    const inForce = await routingInForce(tx);
    const changes = routingChanges(inForce.settings, settings);
    const hindrance = hindranceToSave(inForce, input.basedOn, changes.length > 0);
    if (hindrance) return refused(hindrance);
    const fault = await faultOfFallback(tx, viewer, settings.fallbackId);
    if (fault) return refused(fault, "fallbackId");
    const version = input.basedOn + 1;
    const saved = await tx
      .insert(routingSetting)
      .values({ version, settings, reason, createdBy: viewer.id, createdAt: now })
      .onConflictDoNothing()
      .returning({ version: routingSetting.version });
    if (saved.length === 0) return refused(SAVED_MEANWHILE);
    await record(tx, viewer, [
      {
        at: now,
        verb: "changed",
        subject: "routing rules",
        subjectId: String(version),
        after: { version, reason, changes },
      },
    ]);
    return { ok: true, value: { version } };
  });
}
