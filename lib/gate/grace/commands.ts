import type { Transaction } from "@/db/client";
import { enqueue } from "@/lib/platform/jobs/commands";
import type { LeadFile } from "../lead-file";

type InGrace = { file: Pick<LeadFile, "graceEndsAt">; graceEndsAt: Date | null };

/** Has the leads whose grace begins looked at when it ends; the clock looks after them too. */
export async function endGraceInTime(tx: Transaction, judged: readonly InGrace[]): Promise<void> {
  for (const { file, graceEndsAt } of judged) {
    if (!graceEndsAt || graceEndsAt.getTime() === file.graceEndsAt?.getTime()) continue;
    await enqueue(tx, "end-grace", [{}], { startAfter: graceEndsAt });
  }
}
