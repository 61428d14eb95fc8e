import type { Failed } from "@/lib/enrichment/http/http";
import type { Loose } from "@/lib/intake/tracking/loose";
import { afterRound, roundAt } from "../round";
import { nothing, type SourcePage, type SourceQuestion } from "../source";
import type { MauticAccount } from "./account";
import { mergesLogged } from "./audit-log";
import { mergeOf } from "./merges";
import { mauticTime } from "./read-contacts";

const PAGE = 100;

/**
 * Which contacts were merged into which. Of a merge no webhook tells more than that a contact was
 * deleted, so that of those (`changed`) the log is asked whether they live on in another.
 */
export async function readMerges(
  account: MauticAccount,
  { position, changed, now }: SourceQuestion,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  if (changed.length > 0) {
    const answer = await mergesLogged(
      account,
      [["object_id", "in", changed.join(",")]],
      { limit: PAGE, now },
      signal,
    );
    if ("answer" in answer) return answer;
    return { ...nothing(position, true, null), ...told(answer.lines, changed.length) };
  }
  const at = roundAt(position);
  const answer = await mergesLogged(
    account,
    [
      ["id", "gt", String(at.after)],
      ...(at.since === null ? [] : [["date_added", "gte", mauticTime(at.since)] as const]),
    ],
    { limit: PAGE, now },
    signal,
  );
  if ("answer" in answer) return answer;
  const { lines, time } = answer;
  const numbers = lines.map(({ id }) => id);
  const next = afterRound(at, numbers, lines.length >= PAGE, time);
  return { ...nothing(null, true, null), ...told(lines, lines.length), ...next };
}

function told(lines: readonly Loose[], asked: number) {
  const merged = lines.flatMap((line) => mergeOf(line) ?? []);
  return { merged, passedOver: Math.max(0, asked - merged.length) };
}
