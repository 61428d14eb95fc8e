import type { Dossier, OpenFinding } from "@/lib/documentation/dossier/dossier";
import { formatMoment, type Reader } from "@/lib/platform/format";
import { shortened, shownLine } from "@/lib/platform/shown-text";
import { SOURCES } from "@/lib/standard/field";
import { valueWords } from "@/lib/standard/values/value-words";
import { inSentence, thingInSentence } from "@/lib/trail/wording/prose";
import { Section } from "../ui/section";
import { SettleButton } from "./settle-button";

type FindingListProps = { dossier: Dossier; now: Date; reader: Reader };

const LONGEST = 80;

/** '+47 406 12 345 is wrong; it came from Apollo (enrichment)', or who wrote it down. */
function wrongWords({ fieldId, wrong }: OpenFinding, locale: string): string | null {
  if (!wrong) return null;
  const { value, source, provider, author } = wrong;
  const origin = thingInSentence(SOURCES[source]);
  const from = author ?? (provider ? `${shownLine(provider)} (${origin})` : origin);
  const words = value === null ? null : valueWords(fieldId, value, locale);
  return `${words ? `“${shortened(words, LONGEST)}”` : "The value"} is wrong. It came from ${from}.`;
}

/** What a rep missed (Q.6), or found to be wrong (Q.5), until somebody has seen to it. */
export function FindingList({ dossier, now, reader }: FindingListProps) {
  const { findings, fields } = dossier;
  if (findings.length === 0) return null;
  // What was wrong is worse than what was missing.
  const worstFirst = findings.toSorted((one, other) => Number(!one.wrong) - Number(!other.wrong));
  return (
    <Section title="Found by the rep">
      <ul className="flex flex-col">
        {worstFirst.map((finding) => {
          const { id, fieldId, label, by, at, wrong } = finding;
          const value = fields.find((line) => line.id === fieldId)?.value;
          const filled = value != null && !value.saidWrong && new Date(value.obtainedAt) > at;
          return (
            <li key={id} className="flex items-center gap-3 border-b border-line py-1.5">
              <p className="min-w-0 flex-1">
                <span className="font-medium">{label}</span>{" "}
                <span className={wrong ? "text-bad" : "text-soft"}>
                  {wrongWords(finding, reader.locale) ?? "was missing."}
                </span>{" "}
                <span className="num text-small text-faint">
                  {by}, {inSentence(formatMoment(at, reader, now))}
                  {filled && ", filled since"}
                </span>
              </p>
              <SettleButton findingId={id} label={label} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
