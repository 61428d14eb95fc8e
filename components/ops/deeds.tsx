import type { ReactNode } from "react";
import type { Deed } from "@/lib/documentation/dossier/trail";
import { formatExact, type Reader } from "@/lib/platform/format";
import { ReaderTime } from "../shell/reader-time";

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

/** As many are in sight before one asks for the rest. */
const IN_SIGHT = 12;

type DeedLineProps = Pick<DeedsProps, "now" | "reader" | "act" | "chosenAs"> & { deed: Deed };

function DeedLine({ deed, now, reader, act, chosenAs }: DeedLineProps) {
  const { at, text, chosen } = deed;
  return (
    <li className="flex min-h-6 items-baseline justify-between gap-3">
      <span className="min-w-0 flex-1 wrap-anywhere">
        {text}
        {chosen && (
          <span className="text-faint" title={formatExact(chosen.at, reader)}>
            {" "}
            {chosenAs} by {chosen.by}
            {chosen.words && `: ${chosen.words}`}
          </span>
        )}
      </span>
      <ReaderTime as="moment" at={at} now={now} reader={reader} className="shrink-0 text-faint" />
      {act?.(deed)}
    </li>
  );
}

/** The activities behind one line, the newest first. */
export function Deeds({ deeds, more, ...seen }: DeedsProps) {
  const lines = deeds.map((deed) => <DeedLine key={deed.id} deed={deed} {...seen} />);
  const rest = lines.slice(IN_SIGHT);
  return (
    <div className="mt-1 mb-2 border-l border-line-strong pl-3 text-small text-soft">
      <ol>{lines.slice(0, IN_SIGHT)}</ol>
      {rest.length > 0 && (
        <details>
          <summary className="opens">{rest.length + more} earlier</summary>
          <ol>{rest}</ol>
          {more > 0 && <p className="text-faint">and {more} earlier still</p>}
        </details>
      )}
    </div>
  );
}
