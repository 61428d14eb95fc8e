import { toolNames } from "@/lib/intake/company-intelligence/tool-name";
import type { Json } from "@/lib/standard/field";
import { companyFacts } from "../company-facts";
import type { Tier } from "../icp";
import type { LeadGroup } from "../tier-moves";

/** Leads with the same facts as the database counts them; JSON is text, to be compared as such. */
export type GroupRow = {
  tier: Tier | null;
  handedOff: boolean;
  lacks: number | null;
  country: string | null;
  jobTitle: string | null;
  employees: string | null;
  revenue: string | null;
  industry: string | null;
  techStack: string | null;
  count: number;
  /** Seconds since 1970 when it was captured, a space, its id. */
  newest: string[];
};

type Detail = { [key: string]: Json } | null;

const parsed = (text: string | null): Json => (text === null ? null : JSON.parse(text));

/** What all sources say of the tech stack, as one list (C2.4); null where none does. */
function toolsOf(text: string | null): string[] | null {
  const lists = parsed(text);
  if (!Array.isArray(lists)) return null;
  const tools = toolNames(lists.flat().filter((tool) => typeof tool === "string"));
  return tools.length > 0 ? tools : null;
}

function captured(written: string): LeadGroup["newest"][number] {
  const [seconds = "", id = ""] = written.split(" ");
  return { id, capturedAt: Number(seconds) };
}

/** A counted group with its facts, by the same reading as a judged lead's. */
export function leadGroup(row: GroupRow): LeadGroup {
  const { tier, handedOff, lacks, count, newest } = row;
  const [revenue = null, figures = null] = (parsed(row.revenue) ?? []) as [Json?, Detail?];
  const of = (value: Json, detail: Detail = null) => ({
    value,
    source: "enrichment" as const,
    obtainedAt: "",
    verified: false,
    ...(detail ? { detail } : {}),
  });
  const facts = companyFacts({
    "C1.2": of(row.jobTitle),
    "C1.7": of({ language: null, region: row.country }),
    "C2.1": of(parsed(row.employees)),
    "C2.2": of(revenue, figures),
    "C2.3": of(parsed(row.industry)),
    "C2.4": of(toolsOf(row.techStack)),
  });
  return { tier, handedOff, lacks, count, facts, newest: newest.map(captured) };
}
