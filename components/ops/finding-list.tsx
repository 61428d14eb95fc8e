import type { Dossier } from "@/lib/documentation/dossier/dossier";
import { formatMoment, type Reader } from "@/lib/platform/format";
import { Section } from "../ui/section";
import { SettleButton } from "./settle-button";

type FindingListProps = { dossier: Dossier; now: Date; reader: Reader };

/** What a rep missed (Q.6), until somebody has seen to it. */
export function FindingList({ dossier, now, reader }: FindingListProps) {
  const { findings, fields } = dossier;
  if (findings.length === 0) return null;
  return (
    <Section title="Missed by the rep">
      <ul className="flex flex-col">
        {findings.map(({ id, fieldId, label, by, at }) => {
          const value = fields.find((line) => line.id === fieldId)?.value;
          const filledSince = value != null && new Date(value.obtainedAt) > at;
          return (
            <li key={id} className="flex items-center gap-3 border-b border-line py-1.5">
              <p className="min-w-0 flex-1">
                <span className="font-medium">{label}</span>{" "}
                <span className="num text-small text-faint">
                  {by}, {formatMoment(at, reader, now)}
                  {filledSince && ", filled since"}
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
