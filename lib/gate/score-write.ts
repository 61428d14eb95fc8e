import type { ScoreWrite } from "@/lib/scoring/ledger/commands";
import { ledgerChange } from "@/lib/scoring/ledger/ledger-change";
import type { ScoringModel } from "@/lib/scoring/model/model";
import { newPoints } from "@/lib/scoring/score-history";
import type { Assessment } from "./assessment";
import type { LeadFile } from "./lead-file";

/** What is to be written of a judged lead's score (C4); `byTime` where only time went by. */
export function scoreWrite(
  { file, assessment }: { file: LeadFile; assessment: Assessment },
  by: { model: ScoringModel; now: Date; byTime: boolean },
): ScoreWrite {
  const { score, unset, isTaken, credible } = assessment;
  const { entries, history, dueAt } = file.scoring;
  // Days that were missed are replayed from activities, which tell nothing of a MAP's numbers.
  const points = newPoints(history, unset, isTaken ? null : dueAt, { activities: credible, ...by });
  const change = ledgerChange(entries, score?.entries ?? [], by.model.version);
  return { leadId: file.id, ...change, points };
}
