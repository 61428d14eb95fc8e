import { formatNumber } from "@/lib/platform/format-number";
import { listed } from "../wording/prose";
import { clip } from "../wording/transcript";

/** What is known of a company, as far as a summary speaks of it. */
export type SummaryFacts = {
  jobTitle?: string | null;
  employees?: number | { atLeast: number; atMost: number | null } | null;
  industry?: string | null;
  techStack?: readonly string[] | null;
};

/** Stored text is English, whoever reads it. */
const LOCALE = "en-GB";
/** Longer than this no industry and no title is read at a glance. */
export const LONGEST = 60;

function employeesIn(employees: SummaryFacts["employees"]): string | null {
  if (employees === null || employees === undefined) return null;
  const { atLeast, atMost } =
    typeof employees === "number" ? { atLeast: employees, atMost: employees } : employees;
  const least = formatNumber(atLeast, LOCALE);
  if (atMost === null) return `${least} employees or more`;
  return atMost === atLeast
    ? `${least} employees`
    : `${least}–${formatNumber(atMost, LOCALE)} employees`;
}

/** A word that begins with a capital only for standing first: 'Logistics', and not 'SaaS'. */
function uncapitalised(text: string): string {
  return /^\p{Lu}\p{Ll}+(?![\p{L}])/u.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

/** 'logistics, cold chain, 1,200 employees'; null where neither is known. */
export function companyInBrief({ industry, employees }: SummaryFacts): string | null {
  const parts = [industry ? uncapitalised(clip(industry, LONGEST)) : null, employeesIn(employees)];
  const known = parts.filter((part) => part !== null);
  return known.length > 0 ? known.join(", ") : null;
}

/** The company's own tools that the lead's texts name, as one sentence about the company. */
export function toolsNamed(
  company: string | null,
  { techStack }: SummaryFacts,
  texts: readonly string[],
): string | null {
  const spoken = texts.join(" \n ");
  const named = (techStack ?? []).filter((tool) => {
    const [first = ""] = tool.split(/[\s/]/);
    const word = first.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return first.length > 2 && new RegExp(`(?<![a-z0-9])${word}(?![a-z0-9])`, "i").test(spoken);
  });
  return company && named.length > 0 ? `${company} runs ${clip(listed(named), LONGEST)}` : null;
}
