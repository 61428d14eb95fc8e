import { formatter } from "@/lib/platform/intl";
import type { Criterion } from "../model/model";

/** What a criterion can ask about, as the page words it. */
export const FACTS = {
  employees: "Employees",
  revenue: "Revenue",
  industry: "Industry",
  techStack: "Tech stack",
  region: "Region",
  jobTitle: "Job title",
} as const satisfies Record<Criterion["fact"], string>;
export type Fact = keyof typeof FACTS;

/** What a criterion asks for, in words: '200 to 10,000', 'AT, DE', 'one of: sap, oracle'. */
export function askedFor(criterion: Criterion, locale: string): string {
  const number = formatter(Intl.NumberFormat, locale, {});
  switch (criterion.fact) {
    case "employees":
      return `${number.format(criterion.atLeast)} to ${number.format(criterion.atMost)}`;
    case "revenue":
      return `${number.format(criterion.atLeastMillions)} million or more`;
    case "region":
      return criterion.countries.join(", ");
    default:
      return criterion.words.join(", ");
  }
}
