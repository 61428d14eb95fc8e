"use client";

import type { Remark, Snapshot } from "@/lib/handoff/snapshot";
import type { Reading } from "../handoff/field-state";
import { NotesAndFlags, Summary } from "../handoff/summary";
import { WhyNow } from "../handoff/why-now";
import { Section } from "../ui/section";
import { useSummary } from "./summary-desk";

type RepPreviewProps = {
  trigger: Snapshot["trigger"] | null;
  opener: string | null;
  notes: Remark[];
  flags: Remark[];
  /** The summary in force; null for the draft. */
  saved: Pick<Remark, "author" | "at"> | null;
  /** Whoever is writing. */
  author: string;
  reading: Reading;
};

/** The part of the handoff page that is written here, by the parts of that page itself. */
export function RepPreview(props: RepPreviewProps) {
  const { trigger, opener, notes, flags, saved, author, reading } = props;
  const { state, dirty } = useSummary();
  const { text } = state;
  const now = reading.now.toISOString();
  const by = dirty
    ? { author, at: now, draft: false }
    : { ...(saved ?? { author, at: now }), draft: saved === null };
  const summary = text.trim() === "" ? null : { text, ...by };
  return (
    <Section title="What the rep will see">
      <div className="flex flex-col gap-4 rounded-box border border-line bg-surface px-4 py-3.5 wrap-anywhere">
        {trigger ? (
          <WhyNow snapshot={{ trigger, opener }} reading={reading} />
        ) : (
          <p className="text-soft">Not an MQL yet. What makes it one will stand here first.</p>
        )}
        <Summary snapshot={{ summary, notes, flags }} reading={reading} />
        <NotesAndFlags snapshot={{ summary, notes, flags }} reading={reading} />
      </div>
    </Section>
  );
}
