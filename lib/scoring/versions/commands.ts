import { transaction } from "@/db/client";
import { scoringModel } from "@/db/schema/scoring";
import { type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";
import { enqueue } from "@/lib/platform/jobs/commands";
import { icpDifferences } from "../model-difference";
import type { IcpInput } from "../model-input";
import { modelInForce } from "../queries";

type SaveIcp = { icp: IcpInput; basedOn: number; reason: string };

const MEANWHILE =
  "Somebody saved another version meanwhile. Yours is still here: load the page in another tab, compare, then save.";

/**
 * Saves an ICP as the next version of the scoring model (C2.6, C2.7), in force at once. Leads whom
 * no rep has are judged again in the background; handoffs stay as they are (G.7). Answers the new
 * version's number.
 */
export async function saveIcp(
  viewer: Viewer,
  { icp, basedOn, reason }: SaveIcp,
  now: Date,
): Promise<Outcome<{ version: number }>> {
  authorize(viewer, "set the ICP");
  return transaction(async (tx) => {
    const before = await modelInForce(tx);
    if (before.version !== basedOn) return refused(MEANWHILE);
    const differences = icpDifferences(before, icp, "en-GB");
    if (differences.length === 0) return refused("Nothing has changed.");
    const version = before.version + 1;
    // Two who save at once: the version's number lets one of them through.
    const saved = await tx
      .insert(scoringModel)
      .values({
        version,
        model: { ...before, ...icp, version },
        reason,
        createdBy: viewer.id,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning({ version: scoringModel.version });
    if (saved.length === 0) return refused(MEANWHILE);
    await record(tx, viewer, [
      {
        at: now,
        verb: "changed the ICP",
        subject: "scoring model",
        subjectId: `${version}`,
        before: { version: before.version },
        after: { version, reason, differences },
      },
    ]);
    await enqueue(tx, "judge-by-model", [{ version }]);
    return { ok: true, value: { version } };
  });
}
