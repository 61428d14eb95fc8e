import type { AuditLine, Seat } from "@/lib/audit/sample/view";
import { CATEGORIES, fieldDefinition } from "@/lib/standard/categories";
import { Mark } from "../../ui/mark";

type VerdictNotesProps = {
  lines: readonly AuditLine[];
  seats: readonly Seat[];
  /** Names the lead, where the notes are of several. */
  named?: boolean;
};

/** What auditors say otherwise than the machine, lead by lead; as far as the lines may tell it. */
export function overridesIn(lines: readonly AuditLine[], seats: readonly Seat[]) {
  return lines.flatMap((line) =>
    seats.flatMap(({ personId, name }) =>
      CATEGORIES.flatMap(({ key, label }) => {
        const said = line.said.get(personId)?.[key];
        // Nothing is said of what was agreed on without a word.
        if (!said || (said.verdict === line.machine[key] && !said.reason)) return [];
        const fields = said.fieldIds.map((id) => fieldDefinition(id).label).join(", ");
        return [{ ...said, id: line.id + personId + key, lead: line.name, name, label, fields }];
      }),
    ),
  );
}

/** Where an auditor sees a category otherwise than the machine, and why. */
export function VerdictNotes({ lines, seats, named = false }: VerdictNotesProps) {
  const notes = overridesIn(lines, seats);
  if (notes.length === 0) return null;
  return (
    <ul aria-label="Seen otherwise" className="mb-3 text-small">
      {notes.map(({ id, lead, name, label, verdict, fields, reason }) => (
        <li key={id}>
          <Mark state={verdict} /> {named && <span className="font-semibold">{lead}, </span>}
          <span className="font-medium">{label}</span> for {name}
          {fields && `: ${fields}`}. “{reason}”
        </li>
      ))}
    </ul>
  );
}
