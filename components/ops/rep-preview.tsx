import type { Dossier } from "@/lib/documentation/dossier/dossier";
import type { SinceEntry } from "@/lib/handoff/since/since";
import { formatAge, formatMoment, type Reader } from "@/lib/platform/format";
import { inSentence } from "@/lib/trail/wording/prose";
import type { ReadPart } from "../handoff/evidence/part";
import { Identity } from "../handoff/sheet/identity";
import { SheetParts } from "../handoff/sheet/sheet-parts";
import { Warnings } from "../handoff/sheet/warnings";
import { identityWords } from "../handoff/words/identity";
import { summaryWords } from "../handoff/words/remarks";
import { sheetWords } from "../handoff/words/sheet";
import { asGiven, warningWords } from "../handoff/words/warnings";
import { Section } from "../ui/section";
import { LiveSince, LiveSummary } from "./summary/live-summary";

type RepPreviewProps = {
  dossier: Dossier;
  /** What came since, where a rep has the lead. */
  since: readonly SinceEntry[];
  evidence: ReadPart;
  now: Date;
  reader: Reader & { name: string };
};

/**
 * The rep's own page, made of its parts, with what is being typed. A rep who has the lead reads
 * what they were given, and beside it what came since; any other would read what is so now.
 */
export function RepPreview({ dossier, since, evidence, now, reader }: RepPreviewProps) {
  const { status, handoff, preview } = dossier;
  const given = handoff && status !== "rejected" ? handoff.snapshot : null;
  const snapshot = given ?? preview;
  const { name } = reader;
  const reading = { now, reader };
  return (
    <Section title="What the rep will see">
      <article className="rounded-box border border-line bg-surface px-4 py-3.5 wrap-anywhere">
        <Warnings warnings={warningWords(asGiven(snapshot), reading)} />
        <Identity aside words={identityWords(snapshot, reading)} />
        {!snapshot.trigger.text && (
          <p className="mb-2 text-soft">Not an MQL yet. What makes it one will stand here first.</p>
        )}
        <SheetParts
          narrow
          words={sheetWords(snapshot, reading, true)}
          evidence={evidence}
          {...(given
            ? {}
            : {
                summary: (
                  <LiveSummary
                    saved={summaryWords(snapshot.summary, reading)}
                    by={`${name}, ${inSentence(formatMoment(now, reader, now))}`}
                  />
                ),
              })}
        >
          {given && (
            <Section title="Since the handoff">
              <LiveSince author={name} alone={since.length === 0} />
              <ul className="text-small">
                {since.map(({ text, at }) => (
                  <li key={text + at.getTime()} className="py-0.5">
                    {text} <span className="text-faint">{formatAge(at, now, reader)}</span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </SheetParts>
      </article>
    </Section>
  );
}
