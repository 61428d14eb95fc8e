import type { FieldId } from "@/lib/standard/categories";
import type { FieldValue } from "@/lib/standard/field";
import { isPlaceholder } from "@/lib/standard/values/placeholder";
import type { LeadInput } from "../input";
import { employeeValue } from "./employee-count";
import { industry } from "./industry";

type Content = Pick<FieldValue, "value" | "detail">;

/**
 * What a form asks about the company (C2.1, C2.3): its size, often as a range ('51-200'), and what
 * it does. What cannot be read brings nothing.
 */
export function capturedCompany({
  employees,
  industry: typed,
}: Pick<LeadInput, "employees" | "industry">): Partial<Record<FieldId, Content | null>> {
  const size = employees ? employeeValue(employees) : null;
  const words = typed && !isPlaceholder(typed) ? industry({ name: typed }) : null;
  const original = words && words !== typed ? { detail: { original: typed ?? null } } : {};
  return { "C2.1": size, "C2.3": words ? { value: words, ...original } : null };
}
