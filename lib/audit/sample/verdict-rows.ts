import { CATEGORIES, fieldDefinition } from "@/lib/standard/categories";
import type { AuditHead, AuditLine, SwapView } from "./view";

const HEADER = [
  ...["place", "lead", "company", "rep", "routed_at", "came_in_for", "swap_reason", "swap_words"],
  ...["category", "machine"],
];

/** Whom a lead came in for, and why; of a place that was swapped more than once the later ones follow. */
const inOneRow = (swaps: readonly SwapView[]) => [
  swaps.map(({ out }) => out).join("; "),
  swaps.map(({ reason }) => reason).join("; "),
  swaps.flatMap(({ words }) => words ?? []).join("; "),
];

/** An audit as a table: one row per lead and category, with what each auditor says that may be seen. */
export function verdictRows(
  head: AuditHead,
  lines: readonly AuditLine[],
): { header: string[]; rows: string[][] } {
  const auditors = head.seats.filter(({ personId }) =>
    lines.some(({ said }) => said.has(personId)),
  );
  const header = [
    ...HEADER,
    ...auditors.flatMap(({ seat }) => {
      const of = `auditor_${seat}`;
      return [of, `${of}_verdict`, `${of}_fields`, `${of}_reason`];
    }),
  ];
  const rows = lines.flatMap((line) =>
    CATEGORIES.map(({ key, label }) => [
      ...[String(line.place), line.name, line.companyName, line.owner],
      line.routedAt.toISOString(),
      ...inOneRow(line.swaps),
      ...[label, line.machine[key]],
      ...auditors.flatMap(({ personId, name }) => {
        const said = line.said.get(personId)?.[key];
        const fields = said?.fieldIds.map((id) => fieldDefinition(id).label).join("; ") ?? "";
        return [name, said?.verdict ?? "", fields, said?.reason ?? ""];
      }),
    ]),
  );
  return { header, rows };
}
