import type { Transaction } from "@/db/client";
import { enqueue } from "@/lib/platform/jobs/commands";
import type { LadderStep } from "../settings";
import type { Owed } from "../standing";
import { nextStepAt } from "./ladder";

/** Has the next step that is left taken in its time; whoever takes it works out anew whether it is due. */
export async function awaitStep(
  tx: Transaction,
  handoffId: string,
  owed: Owed,
  ladder: readonly LadderStep[],
  done: readonly number[],
): Promise<void> {
  const startAfter = nextStepAt(owed, ladder, done);
  if (startAfter) await enqueue(tx, "escalate", [{ handoffId }], { startAfter });
}
