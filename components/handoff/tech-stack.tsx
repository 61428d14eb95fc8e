import { shownLine } from "@/lib/platform/shown-text";
import type { FieldValue } from "@/lib/standard/field";
import { Explained } from "./explained";

/** As many tools as a rep takes in at a glance. */
const TOOLS_SHOWN = 8;

/** The tools that fit on two lines, and who names which, where not all sources name all. */
export function TechStack({ field, words }: { field: FieldValue | undefined; words: string }) {
  const tools = Array.isArray(field?.value) ? field.value.map((tool) => shownLine(`${tool}`)) : [];
  const sources = (field?.detail?.sources ?? {}) as { [tool: string]: string[] };
  const several = new Set(Object.values(sources).flat()).size > 1;
  if (!several && tools.length <= TOOLS_SHOWN) return words;
  const lines = tools.map((tool) => [tool, (sources[tool] ?? []).join(", ")]);
  return (
    <>
      {tools.slice(0, TOOLS_SHOWN).join(", ")}{" "}
      <Explained
        words={tools.length > TOOLS_SHOWN ? `and ${tools.length - TOOLS_SHOWN} more` : "by source"}
        label="Tech stack"
      >
        {lines.map(([tool, named]) => (named ? `${tool}: ${shownLine(named)}` : `${tool}`))}
      </Explained>
    </>
  );
}
