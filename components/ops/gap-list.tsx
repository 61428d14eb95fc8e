import type { Dossier } from "@/lib/documentation/dossier/dossier";
import { Section } from "../ui/section";
import { FieldForm } from "./field-form";
import { fieldEntry } from "./field-words";
import { triedForAll, triedWords } from "./tried-words";

type GapListProps = { dossier: Dossier };

/** Every missing field with what was tried for it, to be filled here and now (G.1, O.4). */
export function GapList({ dossier }: GapListProps) {
  const gaps = dossier.fields.filter(({ why }) => why !== null);
  if (gaps.length === 0 || dossier.status === "excluded") return null;
  const fillable = gaps.filter((line) => line.fillable);
  const derived = gaps.filter((line) => !line.fillable);
  const holding = gaps.filter(({ holds }) => holds).length;
  const held = holding === 1 ? "1 holds it at the gate" : `${holding} hold it at the gate`;
  const aside = holding > 0 ? held : "none holds it at the gate";
  const shared = triedForAll(fillable);
  return (
    <Section title="Missing" aside={<span className="num">{aside}</span>}>
      {shared && <p className="mb-2.5 text-small text-soft">{shared}</p>}
      <ol className="flex flex-col gap-3">
        {fillable.map((line) => (
          <li key={line.id}>
            <FieldForm entry={fieldEntry(dossier.id, line, shared ? null : triedWords(line))} />
          </li>
        ))}
      </ol>
      {derived.length > 0 && (
        <p className="mt-3 text-small text-soft">
          <span className="font-medium text-ink">
            {derived.map(({ label }) => label).join(", ")}:
          </span>{" "}
          worked out by itself once the company’s other fields are known.
        </p>
      )}
    </Section>
  );
}
