import type { AuditLine } from "@/lib/audit/sample/view";
import { CATEGORIES } from "@/lib/standard/categories";
import type { JudgedCategory } from "./judge-form";

/** The five categories of a lead as its auditor judges them. */
export function judgedCategories(line: AuditLine, personId: string): JudgedCategory[] {
  const said = line.said.get(personId);
  return CATEGORIES.map(({ key, label, fields }) => ({
    key,
    label,
    machine: line.machine[key],
    own: said?.[key] ?? null,
    fields: fields.map((field) => ({
      id: field.id,
      label: field.label,
      missing: line.missing.includes(field.id),
    })),
  }));
}
