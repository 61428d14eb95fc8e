import type { ReactNode } from "react";
import type { Deed } from "@/lib/documentation/dossier/trail";
import { formatExact, formatMoment, type Reader } from "@/lib/platform/format";
import { Time } from "../ui/time";

type DeedsProps = {
  deeds: readonly Deed[];
  more: number;
  now: Date;
  reader: Reader;
  /** What can be done about one of them. */
  act?: (deed: Deed) => ReactNode;
  /** 'Left out' or 'Brought back', where a person chose. */
  chosenAs: string;
};

/** The activities behind one line, the newest first. */
export function Deeds({ deeds, more, now, reader, act, chosenAs }: DeedsProps) {
  return (
    <ol className="num mt-1 mb-2 border-l border-line-strong pl-3 text-small text-soft">
      {deeds.map((deed) => (
        <li key={deed.id} className="flex min-h-6 items-baseline justify-between gap-3">
          <span className="min-w-0 flex-1 wrap-anywhere">
            {deed.text}
            {deed.chosen && (
              <span className="text-faint" title={formatExact(deed.chosen.at, reader)}>
                {" "}
                {chosenAs} by {deed.chosen.by}
                {deed.chosen.words && `: ${deed.chosen.words}`}
              </span>
            )}
          </span>
          <Time at={deed.at} exact={formatExact(deed.at, reader)} className="shrink-0 text-faint">
            {formatMoment(deed.at, reader, now)}
          </Time>
          {act?.(deed)}
        </li>
      ))}
      {more > 0 && <li className="text-faint">and {more} earlier</li>}
    </ol>
  );
}
