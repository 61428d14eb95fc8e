"use client";

import { Chip } from "../../ui/chip";
import { Flag } from "../../ui/flag";
import { Section } from "../../ui/section";
import type { RemarkWords, SummaryWords } from "../words/remarks";
import { AbsentPart, FieldName } from "./field-name";

/** C3.9: what marketing ops says, or the draft that went along and is labelled so (G.5). */
export function Summary({ summary }: { summary: SummaryWords }) {
  return (
    <Section
      title="Summary"
      aside={summary?.draft ? <Chip>Draft, not read by marketing ops</Chip> : summary?.aside}
    >
      {summary ? (
        <p className="summary">{summary.text}</p>
      ) : (
        <AbsentPart id="C3.9" label="Summary" />
      )}
    </Section>
  );
}

type NotesAndFlagsProps = { notes: readonly RemarkWords[]; flags: readonly RemarkWords[] };

/** C5.4: what marketing adds in a few words. */
export function NotesAndFlags({ notes, flags }: NotesAndFlagsProps) {
  if (notes.length + flags.length === 0) {
    return (
      <p className="text-small text-faint">
        <FieldName id="C5.4" label="Notes and flags" />: none from marketing.
      </p>
    );
  }
  return (
    <section aria-label="Notes and flags">
      {flags.length > 0 && (
        <p className="flex flex-wrap gap-1.5">
          {flags.map(({ text, by }) => (
            <span key={text} title={by}>
              <Flag>{text}</Flag>
            </span>
          ))}
        </p>
      )}
      {notes.map(({ text, by }) => (
        <p key={text} className="mt-1.5 max-w-[68ch] text-small">
          {text} <span className="text-faint">{by}</span>
        </p>
      ))}
    </section>
  );
}
