"use client";

import type { Snapshot } from "@/lib/handoff/snapshot";
import type { Reading } from "../handoff/field-state";
import { Summary } from "../handoff/summary";
import { useSummary } from "./summary-desk";

type LiveSummaryProps = {
  /** The summary as it stands saved, or the draft. */
  saved: Snapshot["summary"];
  /** Whoever is writing. */
  author: string;
  reading: Reading;
};

/** The summary as the rep's page shows it, with what is being typed (C3.9). */
export function LiveSummary({ saved, author, reading }: LiveSummaryProps) {
  const { state, dirty } = useSummary();
  const { text } = state;
  const typed = { text, author, at: reading.now.toISOString(), draft: false };
  const summary = dirty ? (text.trim() === "" ? null : typed) : saved;
  return <Summary snapshot={{ summary, notes: [], flags: [] }} reading={reading} />;
}

/** What a rep who has the lead will read as added since, while it is being written (G.7). */
export function LiveSince({ author }: { author: string }) {
  const { state, dirty } = useSummary();
  if (!dirty || state.text.trim() === "") return null;
  return (
    <p className="text-small wrap-anywhere">
      {author}: {state.text} <span className="text-faint">once you save it</span>
    </p>
  );
}
