import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { transaction } from "@/db/client";
import { slaVersion } from "@/db/schema/sla-version";
import { hindranceToSave, SAVED_MEANWHILE } from "@/lib/access/next-version";
import { type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { connectedWays } from "@/lib/notices/settings/queries";
import { record } from "@/lib/platform/history";
import { isAtHand } from "../settings";
import type { slaInput } from "./input";
import { slaAt } from "./queries";

/**
 * Puts a new version of the SLA in force. What was routed before keeps the window and the ladder it
 * was given with. Refused where somebody else changed it meanwhile.
 */
export async function changeSla(
  viewer: Viewer,
  { basedOn, settings, reason }: z.output<typeof slaInput>,
  now: Date,
): Promise<Outcome<{ version: number }>> {
  authorize(viewer, "set the SLA");
  return transaction(async (tx) => {
    const connected = await connectedWays(viewer, tx);
    const without = settings.ladder.findIndex((step) => !isAtHand(step, connected));
    if (without >= 0)
      return refused("Nothing is connected for this.", `settings.ladder.${without}.channel`);
    const before = await slaAt(now, tx);
    const isChanged = !isDeepStrictEqual(before.settings, settings);
    const hindrance = hindranceToSave(before, basedOn, isChanged);
    if (hindrance) return refused(hindrance);
    const version = basedOn + 1;
    // The number is the lock: of two who change the same version one comes too late.
    const written = await tx
      .insert(slaVersion)
      .values({ version, settings, reason, createdBy: viewer.id, createdAt: now })
      .onConflictDoNothing()
      .returning({ version: slaVersion.version });
    if (written.length === 0) return refused(SAVED_MEANWHILE);
    await record(tx, viewer, [
      {
        at: now,
        verb: "changed",
        subject: "SLA",
        subjectId: String(version),
        before: before.settings,
        after: settings,
      },
    ]);
    return { ok: true, value: { version } };
  });
}
