"use client";

import { Flag } from "../ui/flag";
import { Section } from "../ui/section";
import { useSummary } from "./summary-desk";

type RepPreviewProps = {
  trigger: string | null;
  opener: string | null;
  flags: readonly string[];
  notes: readonly string[];
};

/** The part of the handoff page that is written here, as the rep reads it. */
export function RepPreview({ trigger, opener, flags, notes }: RepPreviewProps) {
  const { state, dirty } = useSummary();
  const { text, base } = state;
  const draft = base.version === 0 && !dirty;
  return (
    <Section title="What the rep will see">
      <div className="rounded-box border border-line bg-surface px-4 py-3.5">
        {flags.length > 0 && (
          <p className="mb-2 flex flex-wrap gap-1.5">
            {flags.map((flag) => (
              <Flag key={flag}>{flag}</Flag>
            ))}
          </p>
        )}
        <p className="text-[16px]/[23px] font-semibold tracking-[-0.01em] wrap-anywhere">
          {trigger ?? "Not an MQL yet: what makes it one will stand here."}
        </p>
        {opener && <p className="mt-2 border-l-2 border-accent pl-3 wrap-anywhere">“{opener}”</p>}
        {text.trim() !== "" && (
          <p className="mt-2.5 text-soft whitespace-pre-wrap wrap-anywhere">
            {draft && <span className="mr-1.5 font-medium text-warn">Draft</span>}
            {text}
          </p>
        )}
        {notes.map((note) => (
          <p key={note} className="mt-1.5 text-small text-soft wrap-anywhere">
            {note}
          </p>
        ))}
      </div>
    </Section>
  );
}
