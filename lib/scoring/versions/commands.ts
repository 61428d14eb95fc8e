import { type Transaction, transaction } from "@/db/client";
import { scoringModel } from "@/db/schema/scoring";
import { hindranceToSave, SAVED_MEANWHILE } from "@/lib/access/next-version";
import { type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";
import { enqueue } from "@/lib/platform/jobs/commands";
import type { ScoringModel } from "../model/model";
import { type Difference, icpDifferences } from "../model/model-difference";
import type { IcpInput } from "../model/model-input";
import { modelInForce } from "../queries";

type SaveIcp = { icp: IcpInput; basedOn: number; reason: string };

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
    const differences = icpDifferences(before, icp, "en-GB");
    const hindrance = hindranceToSave(before, basedOn, differences.length > 0);
    if (hindrance) return refused(hindrance);
    const model = { ...before, ...icp, version: before.version + 1 };
    const version = { model, reason, createdBy: viewer.id, signedBy: null };
    return writeVersion(tx, viewer, version, { verb: "changed the ICP", differences }, now);
  });
}

type NewVersion = {
  model: ScoringModel;
  reason: string;
  createdBy: string;
  signedBy: string | null;
};

/**
 * Writes a model as the next version, in force at once, and hands in the job that judges leads by
 * it. Of two who save at once, the version's number lets one through.
 */
export async function writeVersion(
  tx: Transaction,
  viewer: Viewer,
  { model, reason, createdBy, signedBy }: NewVersion,
  { verb, differences }: { verb: string; differences: Difference[] },
  now: Date,
): Promise<Outcome<{ version: number }>> {
  const { version } = model;
  const saved = await tx
    .insert(scoringModel)
    .values({ version, model, reason, createdBy, signedBy, createdAt: now })
    .onConflictDoNothing()
    .returning({ version: scoringModel.version });
  if (saved.length === 0) return refused(SAVED_MEANWHILE);
  await record(tx, viewer, [
    {
      at: now,
      verb,
      subject: "scoring model" as const,
      subjectId: `${version}`,
      before: { version: version - 1 },
      after: { version, reason, differences },
    },
  ]);
  await enqueue(tx, "judge-by-model", [{ version }]);
  return { ok: true, value: { version } };
}
