import type { EmployeeCount } from "@/lib/intake/company-intelligence/employee-count";
import type { FieldValues } from "@/lib/standard/categories";
import type { Json } from "@/lib/standard/field";
import { readRevenue } from "./revenue-band";

/** From `atLeast` to `atMost`, which is null where there is no upper end. */
export type Span = { atLeast: number; atMost: number | null };

/** What is known of a company and of the lead's place in it; null or empty where it is not. */
export type CompanyFacts = {
  employees: number | EmployeeCount | null;
  industry: string | null;
  techStack: readonly string[] | null;
  /** ISO 3166 country code. */
  region: string | null;
  /** A band as it is shown, such as '€ 180–220 M', or what it says in millions. */
  revenue: string | Span | null;
  jobTitle?: string | null;
};

const text = (value: Json | undefined) =>
  typeof value === "string" && value !== "" ? value : null;

function employeesOf(value: Json | undefined): CompanyFacts["employees"] {
  if (typeof value === "number") return value;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return value as EmployeeCount;
}

/** The figures behind the band where they are kept, which know more than its words. */
function revenueOf(field: FieldValues["C2.2"]): CompanyFacts["revenue"] {
  const { atLeastMillions: atLeast, atMostMillions } = field?.detail ?? {};
  if (typeof atLeast !== "number") return text(field?.value);
  return { atLeast, atMost: typeof atMostMillions === "number" ? atMostMillions : null };
}

/** The facts that the ICP asks for, out of a lead's prevailing values. */
export function companyFacts(fields: FieldValues): CompanyFacts {
  const place = fields["C1.7"]?.value as { region: string | null } | null | undefined;
  return {
    employees: employeesOf(fields["C2.1"]?.value),
    industry: text(fields["C2.3"]?.value),
    techStack: (fields["C2.4"]?.value as string[] | null | undefined) ?? null,
    region: place?.region ?? null,
    revenue: revenueOf(fields["C2.2"]),
    jobTitle: text(fields["C1.2"]?.value),
  };
}

/** The size as two ends, whichever way it is known. */
export function employeeSpan({ employees }: CompanyFacts): Span | null {
  return typeof employees === "number" ? { atLeast: employees, atMost: employees } : employees;
}

/** Revenue in millions as two ends; null where nothing can be read from it. */
export function revenueSpan({ revenue }: CompanyFacts): Span | null {
  return typeof revenue === "string" ? readRevenue(revenue) : revenue;
}
