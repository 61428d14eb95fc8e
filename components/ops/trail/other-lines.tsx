"use client";

import type { LineInBrief } from "@/lib/documentation/dossier/trail";
import type { TrailEdit } from "@/lib/trail/edits/editing";
import { useTrail } from "./trail-desk";

type OtherLinesProps = {
  others: readonly LineInBrief[];
  dropped: readonly LineInBrief[];
  edited: boolean;
};

type LinesProps = {
  lines: readonly LineInBrief[];
  verb: Extract<TrailEdit["do"], "pin" | "take back">;
  label: string;
};

function Lines({ lines, verb, label }: LinesProps) {
  const { edit, pending } = useTrail();
  return lines.map(({ key, text }) => (
    <li key={key} className="flex min-h-6 items-baseline justify-between gap-3">
      <span className="min-w-0 flex-1 wrap-anywhere">
        {text}
        {verb === "take back" && <span className="text-faint"> dropped</span>}
      </span>
      <button
        type="button"
        aria-disabled={pending || undefined}
        onClick={() => edit({ do: verb, key }, verb === "pin" ? "Pinned." : "Taken back.")}
        className="min-h-6 shrink-0 rounded-[4px] px-1 text-accent underline-offset-3 hover:underline pointer-coarse:min-h-11"
      >
        {label}
        <span className="sr-only">: {text}</span>
      </button>
    </li>
  ));
}

/** What else could be in the trail, and what a person dropped from it. */
export function OtherLines({ others, dropped, edited }: OtherLinesProps) {
  const { edit, undo } = useTrail();
  const count = others.length + dropped.length;
  const plain =
    "min-h-6 rounded-[4px] px-1 text-small text-soft underline-offset-3 hover:underline pointer-coarse:min-h-11";
  return (
    <div className="mt-1.5 flex flex-wrap items-start gap-x-2">
      {count > 0 && (
        <details className="min-w-0 flex-1 text-small open:basis-full">
          <summary className="opens">
            {count === 1 ? "1 more that could stand here" : `${count} more that could stand here`}
          </summary>
          <ul className="border-l border-line-strong pl-3 text-soft">
            <Lines lines={dropped} verb="take back" label="Take back" />
            <Lines lines={others} verb="pin" label="Pin" />
          </ul>
        </details>
      )}
      {edited && (
        <>
          <button type="button" className={plain} onClick={() => undo()}>
            Undo the last change
          </button>
          <button
            type="button"
            className={plain}
            onClick={() => edit({ do: "reset" }, "The trail is as the rules have it.")}
          >
            As the rules have it
          </button>
        </>
      )}
    </div>
  );
}
