"use client";

import type { Other } from "@/lib/documentation/unsaved/unsaved";
import { useUnsaved } from "../unsaved-desk";

function wordsOf({ name, here, writing, text }: Other): string {
  if (writing) return `${name} is writing.`;
  if (here)
    return text === null ? `${name} is here too.` : `${name} is here, with text not saved yet.`;
  return `${name} left text here that is not saved yet.`;
}

/** Who else is at this lead now, and what they have typed so far (O.3). */
export function OthersHere() {
  const { others } = useUnsaved();
  return (
    <div role="status" className="text-small text-soft empty:hidden">
      {others.map((other) => (
        <details key={other.name} className="min-h-6">
          <summary className={other.text === null ? "list-none" : "hover:text-ink"}>
            {wordsOf(other)}
          </summary>
          {other.text !== null && (
            <p className="my-1 border-l-2 border-line-strong pl-3 whitespace-pre-wrap wrap-anywhere">
              {other.text}
            </p>
          )}
        </details>
      ))}
    </div>
  );
}
