import type { Deed } from "@/lib/documentation/dossier/trail";
import { formatExact, formatMoment, type Reader } from "@/lib/platform/format";
import { Time } from "../ui/time";

type DeedsProps = { deeds: readonly Deed[]; more: number; now: Date; reader: Reader };

/** The activities behind one line, the newest first. */
export function Deeds({ deeds, more, now, reader }: DeedsProps) {
  return (
    <ol className="num mt-1 mb-2 border-l border-line-strong pl-3 text-small text-soft">
      {deeds.map(({ id, at, text }) => (
        <li key={id} className="flex min-h-6 items-baseline justify-between gap-3">
          <span className="min-w-0 wrap-anywhere">{text}</span>
          <Time at={at} exact={formatExact(at, reader)} className="shrink-0 text-faint">
            {formatMoment(at, reader, now)}
          </Time>
        </li>
      ))}
      {more > 0 && <li className="text-faint">and {more} earlier</li>}
    </ol>
  );
}
