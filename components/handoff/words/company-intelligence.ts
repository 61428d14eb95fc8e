import type { z } from "zod";
import type { Snapshot } from "@/lib/handoff/snapshot";
import { formatAge } from "@/lib/platform/format";
import { shownLine } from "@/lib/platform/shown-text";
import { CRM_MATCHES, type CrmMatch, icpSubScore } from "@/lib/standard/company-intelligence";
import type { FieldValue } from "@/lib/standard/field";
import { isWarning } from "@/lib/standard/values/reason-not-to-call";
import type { Reading } from "./field-state";
import { type LineWords, lineWords } from "./line";

/** As many tools as a rep takes in at a glance. */
const TOOLS_SHOWN = 8;

/** C2.5 says when it was checked in so many words: 'none' is only as good as its age. */
function crmMatch({ fields }: Snapshot, { reader, now }: Reading) {
  const field = fields["C2.5"];
  if (!field) return {};
  const match = field.value as CrmMatch;
  return {
    words: CRM_MATCHES[match],
    faint: `, checked ${formatAge(new Date(field.obtainedAt), now, reader)}`,
    ...(isWarning(match) && { look: "bad" as const }),
  };
}

/** The tools that fit on two lines, and who names which, where not all sources name all. */
function techStack(field: FieldValue | undefined) {
  const tools = Array.isArray(field?.value) ? field.value.map((tool) => shownLine(`${tool}`)) : [];
  const sources = (field?.detail?.sources ?? {}) as { [tool: string]: string[] };
  const several = new Set(Object.values(sources).flat()).size > 1;
  if (!several && tools.length <= TOOLS_SHOWN) return {};
  const lines = tools.map((tool) => {
    const named = (sources[tool] ?? []).join(", ");
    return named ? `${tool}: ${shownLine(named)}` : tool;
  });
  const rest = tools.length - TOOLS_SHOWN;
  return {
    words: `${tools.slice(0, TOOLS_SHOWN).join(", ")} `,
    explained: { words: rest > 0 ? `and ${rest} more` : "by source", label: "Tech stack", lines },
  };
}

type Icp = z.infer<typeof icpSubScore>;

/** How many criteria are met, and which; and on lines of their own those that are not. */
function criteria({ met, missed, unknown }: Icp) {
  const words = `${met.length} of ${met.length + missed.length + unknown.length} met`;
  const below = [
    missed.length > 0 && `Missed: ${missed.join("; ")}`,
    unknown.length > 0 && `Not known: ${unknown.join("; ")}`,
  ].filter((line) => line !== false);
  return met.length === 0
    ? { words, below }
    : { words: "", below, explained: { words, label: "Met", lines: met } };
}

/** C2, from enrichment. */
export function companyIntelligenceWords(snapshot: Snapshot, reading: Reading): LineWords[] {
  const common = [snapshot, reading] as const;
  const icp = icpSubScore.safeParse(snapshot.fields["C2.7"]?.value).data;
  return [
    lineWords("C2.5", "CRM match", ...common, () => crmMatch(snapshot, reading)),
    lineWords("C2.1", "Employees", ...common),
    lineWords("C2.2", "Revenue", ...common),
    lineWords("C2.3", "Industry", ...common),
    lineWords("C2.4", "Tech stack", ...common, () => techStack(snapshot.fields["C2.4"])),
    lineWords("C2.6", "ICP tier", ...common, () => ({ look: "strong" })),
    lineWords("C2.7", "Criteria", ...common, () => (icp ? criteria(icp) : {})),
  ];
}
