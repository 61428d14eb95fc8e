import { toolName, toolNames } from "@/lib/intake/company-intelligence/tool-name";
import type { FieldValue } from "@/lib/standard/field";
import type { FieldRow } from "./merge-fields";

const listed = ({ value }: FieldRow): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

/**
 * The tech stack from all sources together (C2.4), each tool once, with the sources that name it in
 * `detail.sources`. No source knows all of it, and none disproves another; only what a person wrote
 * stands alone. Takes the stored values of any fields; undefined where no tech stack prevails.
 */
export function techSignals(rows: readonly FieldRow[]): FieldValue | undefined {
  const known = rows.filter(({ fieldId }) => fieldId === "C2.4");
  const first = known.find(({ prevails }) => prevails);
  if (!first) return undefined;
  const { fieldId: _, prevails: __, mode: ___, ...value } = first;
  if (first.source === "person" || first.notObtainable !== undefined) return value;
  const others = known
    .filter((row) => row !== first && row.source !== "person" && row.notObtainable === undefined)
    .toSorted((a, b) => (a.provider ?? "").localeCompare(b.provider ?? ""));
  const told = [first, ...others].flatMap((row) =>
    listed(row).map((tool) => ({ tool: toolName(tool), source: row.provider ?? row.source })),
  );
  const tools = toolNames(told.map(({ tool }) => tool));
  const sources = Object.fromEntries(
    tools.map((tool) => [
      tool,
      [...new Set(told.filter((one) => one.tool === tool).map(({ source }) => source))],
    ]),
  );
  return { ...value, value: tools, detail: { ...first.detail, sources } };
}
