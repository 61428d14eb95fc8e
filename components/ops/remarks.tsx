import type { DossierRemark } from "@/lib/documentation/dossier/dossier";
import type { Phrase } from "@/lib/documentation/phrases/phrase";
import { formatExact, formatMoment, type Reader } from "@/lib/platform/format";
import { inSentence } from "@/lib/trail/wording/prose";
import { Section } from "../ui/section";
import { FlagButtons } from "./flag-buttons";
import { NoteForm } from "./note-form";
import { TakeBack } from "./take-back";

type RemarksProps = {
  leadId: string;
  remarks: readonly DossierRemark[];
  /** The team’s flags. */
  phrases: readonly Phrase[];
  now: Date;
  reader: Reader;
};

/** What the rep should know besides: flags of a few words, notes of one sentence (C5.4). */
export function Remarks({ leadId, remarks, phrases, now, reader }: RemarksProps) {
  const flags = remarks.filter(({ kind }) => kind === "flag");
  const notes = remarks.filter(({ kind }) => kind === "note");
  return (
    <Section title="Notes and flags">
      {flags.length > 0 && (
        <ul aria-label="Flags" className="mb-2 flex flex-wrap gap-1.5">
          {flags.map(({ id, text, author, at }) => (
            <li
              key={id}
              title={`${author}, ${formatExact(at, reader)}`}
              className="inline-flex min-w-0 items-center rounded-[5px] bg-mark pl-[7px] text-small forced-colors:border"
            >
              <span className="min-w-0 wrap-anywhere">{text}</span>
              <TakeBack noteId={id} text={text} />
            </li>
          ))}
        </ul>
      )}
      <FlagButtons leadId={leadId} phrases={phrases} taken={flags.map(({ text }) => text)} />
      {notes.length > 0 && (
        <ul aria-label="Notes" className="mt-3 flex flex-col">
          {notes.map(({ id, text, author, at }) => (
            <li key={id} className="flex items-start gap-2 border-b border-line py-1.5">
              <p className="min-w-0 flex-1 wrap-anywhere">
                {text}{" "}
                <span className="num text-small text-faint" title={formatExact(at, reader)}>
                  {author}, {inSentence(formatMoment(at, reader, now))}
                </span>
              </p>
              <TakeBack noteId={id} text={text} />
            </li>
          ))}
        </ul>
      )}
      <NoteForm leadId={leadId} />
    </Section>
  );
}
