"use client";

import { Summary } from "../../handoff/sheet/summary";
import type { SummaryWords } from "../../handoff/words/remarks";
import { useSummary } from "./summary-desk";

type LiveSummaryProps = {
  /** The summary as it stands saved, or the draft. */
  saved: SummaryWords;
  /** Whoever is writing, and when. */
  by: string;
};

/** The summary as the rep's page shows it, with what is being typed (C3.9). */
export function LiveSummary({ saved, by }: LiveSummaryProps) {
  const { state, dirty } = useSummary();
  const { text } = state;
  const typed = { text, aside: by, draft: false };
  return <Summary summary={dirty ? (text.trim() === "" ? null : typed) : saved} />;
}

/**
 * What a rep who has the lead will read as added since, while it is being written (G.7). `alone`: it
 * is all that stands there.
 */
export function LiveSince({ author, alone }: { author: string; alone: boolean }) {
  const { state, dirty } = useSummary();
  if (!dirty || state.text.trim() === "") {
    return alone ? <p className="text-small text-faint">Nothing new yet.</p> : null;
  }
  return (
    <p className="text-small wrap-anywhere">
      {author}: {state.text} <span className="text-faint">once you save it</span>
    </p>
  );
}
