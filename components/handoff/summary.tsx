import type { Snapshot } from "@/lib/handoff/snapshot";
import { formatMoment } from "@/lib/platform/format";
import { Chip } from "../ui/chip";
import { Flag } from "../ui/flag";
import { Section } from "../ui/section";
import { FieldName, ReportMissing } from "./field-name";
import type { Reading } from "./field-state";

type SummaryProps = {
  snapshot: Pick<Snapshot, "summary" | "notes" | "flags">;
  reading: Reading;
};

/** C3.9: what marketing ops says, or the draft that went along and is labelled so (G.5). */
export function Summary({ snapshot, reading }: SummaryProps) {
  const { summary } = snapshot;
  const { reader, now } = reading;
  const when = summary && formatMoment(new Date(summary.at), reader, now);
  return (
    <Section
      title="Summary"
      aside={
        summary?.draft ? (
          <Chip>Draft, not read by marketing ops</Chip>
        ) : (
          summary && `${summary.author}, ${when}`
        )
      }
    >
      {summary ? (
        <p className="max-w-[68ch] text-pretty">{summary.text}</p>
      ) : (
        <p className="text-bad">
          <FieldName id="C3.9" label="Summary" /> absent
          <ReportMissing id="C3.9" label="Summary" />
        </p>
      )}
    </Section>
  );
}

/** C5.4: what marketing adds in a few words. */
export function NotesAndFlags({ snapshot, reading }: SummaryProps) {
  const { notes, flags } = snapshot;
  const { reader, now } = reading;
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
          {flags.map(({ text, author, at }) => (
            <span key={text} title={`${author}, ${formatMoment(new Date(at), reader, now)}`}>
              <Flag>{text}</Flag>
            </span>
          ))}
        </p>
      )}
      {notes.map(({ text, author, at }) => (
        <p key={text} className="mt-1.5 max-w-[68ch] text-small">
          {text}{" "}
          <span className="text-faint">
            {author}, {formatMoment(new Date(at), reader, now)}
          </span>
        </p>
      ))}
    </section>
  );
}
