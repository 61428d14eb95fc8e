import type { Dossier } from "@/lib/documentation/dossier/dossier";
import type { FieldLine } from "@/lib/documentation/dossier/field-line";
import type { Reader } from "@/lib/platform/format";
import { Section } from "../ui/section";
import { FieldForm } from "./field-form";
import { fieldEntry, gapWords } from "./field-words";

type GapListProps = { dossier: Dossier; now: Date; reader: Reader };

function Derived({ lines, now, reader }: { lines: FieldLine[]; now: Date; reader: Reader }) {
  const [first] = lines;
  if (!first) return null;
  return (
    <p className="mt-2 text-small text-soft">
      <span className="font-medium text-ink">{lines.map(({ label }) => label).join(", ")}</span>{" "}
      {gapWords(first, now, reader)}
    </p>
  );
}

/** Every missing field with what was tried, to be filled here and now (G.1, O.4). */
export function GapList({ dossier, now, reader }: GapListProps) {
  const gaps = dossier.fields.filter(({ why }) => why !== null);
  if (gaps.length === 0) return null;
  const fillable = gaps.filter(({ fillable: can }) => can);
  const derived = gaps.filter(({ fillable: can }) => !can);
  const holding = gaps.filter(({ holds }) => holds).length;
  const aside = holding > 0 ? `${holding} hold it at the gate` : "none holds it at the gate";
  return (
    <Section title="Missing" aside={<span className="num">{aside}</span>}>
      <ol className="flex flex-col gap-3.5">
        {fillable.map((line) => (
          <li key={line.id}>
            <FieldForm entry={fieldEntry(dossier.id, line, now, reader)} />
          </li>
        ))}
      </ol>
      <Derived lines={derived} now={now} reader={reader} />
    </Section>
  );
}
