import { SWAP_REASONS } from "@/lib/audit/draw/swap-reasons";
import type { AuditLine, SwapView } from "@/lib/audit/sample/view";
import { formatMoment, type Reader } from "@/lib/platform/format";
import { inSentence } from "@/lib/trail/wording/prose";
import { Section } from "../../ui/section";

type Reading = { reader: Reader; now: Date };

/** Why a lead left a sample, by whom and when. */
function SwapWords({ swap, reader, now }: Reading & { swap: SwapView }) {
  return (
    <>
      {SWAP_REASONS[swap.reason].toLowerCase()}
      {swap.words && `, “${swap.words}”`}.{" "}
      <span className="text-faint">
        {swap.by}, {inSentence(formatMoment(swap.at, reader, now))}
      </span>
    </>
  );
}

/** For whom a lead came in, and why; nothing for one that was drawn at first (A.1). */
export function SwapNote({ line, ...reading }: Reading & { line: AuditLine }) {
  return line.swaps.map((swap) => (
    <p key={swap.at.toISOString()} className="mb-2 text-small text-soft">
      Came in for {swap.out}: <SwapWords swap={swap} {...reading} />
    </p>
  ));
}

/** Every swap of a sample with its reason, as its result and its paper show it; nothing without any. */
export function SwapSection({ lines, ...reading }: Reading & { lines: readonly AuditLine[] }) {
  const swaps = lines.flatMap(({ place, swaps: of }) => of.map((swap) => ({ place, swap })));
  if (swaps.length === 0) return null;
  return (
    <Section title="Swapped out" className="mt-6">
      <ul className="text-small">
        {swaps.map(({ place, swap }) => (
          <li key={`${place} ${swap.at.toISOString()}`}>
            No. {place}, <span className="font-medium">{swap.out}</span>:{" "}
            <SwapWords swap={swap} {...reading} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
