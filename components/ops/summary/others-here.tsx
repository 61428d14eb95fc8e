"use client";

import type { Other } from "@/lib/documentation/unsaved/unsaved";
import { Button } from "../../ui/button";
import { useUnsaved } from "../unsaved-desk";
import { useSummary } from "./summary-desk";

function wordsOf({ name, here, writing, text }: Other): string {
  if (writing) return `${name} is writing.`;
  if (here)
    return text === null ? `${name} is here too.` : `${name} is here, with text not saved yet.`;
  return `${name} left text here that is not saved yet.`;
}

/** One's own text on another page: it is shown, and can be taken over to this one. */
function TypedElsewhere({ text }: { text: string }) {
  const { state, dirty, write } = useSummary();
  const { dropElsewhere } = useUnsaved();
  const settle = (next: string) => {
    dropElsewhere();
    write(next);
  };
  return (
    <details open className="min-h-6">
      <summary className="text-warn hover:text-ink">
        You typed this for the same lead in another tab or on another computer.
      </summary>
      <p className="my-1 border-l-2 border-line-strong pl-3 whitespace-pre-wrap wrap-anywhere">
        {text}
      </p>
      <div className="my-1 flex flex-wrap gap-2">
        {dirty ? (
          <Button onClick={() => settle(`${state.text.trimEnd()}\n\n${text}`)}>Put it below</Button>
        ) : (
          <Button onClick={() => settle(text)}>Take it</Button>
        )}
        <Button variant="bare" onClick={() => settle(state.text)}>
          Do without it
        </Button>
      </div>
    </details>
  );
}

/** Who else is at this lead now, and what they have typed so far (O.3). */
export function OthersHere() {
  const { others, elsewhere } = useUnsaved();
  return (
    <div role="status" className="text-small text-soft empty:hidden">
      {elsewhere !== null && <TypedElsewhere text={elsewhere} />}
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
