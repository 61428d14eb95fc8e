import { SWAP_REASONS } from "@/lib/audit/draw/swap-reasons";
import type { AuditLine } from "@/lib/audit/sample/view";
import { formatMoment, type Reader } from "@/lib/platform/format";
import { inSentence } from "@/lib/trail/wording/prose";

type SwapNoteProps = { line: AuditLine; reader: Reader; now: Date };

/** For whom a lead came in, and why; nothing for one that was drawn at first (A.1). */
export function SwapNote({ line, reader, now }: SwapNoteProps) {
  const { swap } = line;
  if (!swap) return null;
  return (
    <p className="mb-2 text-small text-soft">
      Came in for {swap.out}: {SWAP_REASONS[swap.reason].toLowerCase()}
      {swap.words && `, “${swap.words}”`}.{" "}
      <span className="text-faint">
        {swap.by}, {inSentence(formatMoment(swap.at, reader, now))}
      </span>
    </p>
  );
}
