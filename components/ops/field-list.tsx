import type { Dossier } from "@/lib/documentation/dossier/dossier";
import type { FieldLine } from "@/lib/documentation/dossier/field-line";
import type { Reader } from "@/lib/platform/format";
import { CATEGORIES } from "@/lib/standard/categories";
import { Section } from "../ui/section";
import { FieldCorrection } from "./field-correction";
import { fieldEntry, wordsOf } from "./field-words";

type FieldListProps = { dossier: Dossier; now: Date; reader: Reader };

function row(leadId: string, line: FieldLine, now: Date, reader: Reader) {
  const own = wordsOf(line.id, line.value, now, reader);
  const others = line.others.flatMap((other) => wordsOf(line.id, other, now, reader) ?? []);
  // What is missing has its form above already.
  const entry = line.fillable && !line.why ? fieldEntry(leadId, line, null) : null;
  return (
    <FieldCorrection
      key={line.id}
      label={line.label}
      value={own}
      others={others}
      chosen={line.chosen}
      entry={entry}
    />
  );
}

/** What is known, by category, each with its source and trust; what other sources say beside it. */
export function FieldList({ dossier, now, reader }: FieldListProps) {
  return CATEGORIES.map(({ key, label }) => {
    const lines = dossier.fields.filter(({ category }) => category === key);
    if (lines.length === 0) return null;
    return (
      <Section key={key} title={label} mark={dossier.completeness[key]}>
        <ul className="flex flex-col">{lines.map((line) => row(dossier.id, line, now, reader))}</ul>
      </Section>
    );
  });
}
