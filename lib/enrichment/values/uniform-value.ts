import { employeeValue } from "@/lib/intake/company-intelligence/employee-count";
import { industry } from "@/lib/intake/company-intelligence/industry";
import { toolNames } from "@/lib/intake/company-intelligence/tool-name";
import { revenueValue } from "@/lib/scoring/icp/revenue-band";
import type { FieldId } from "@/lib/standard/categories";
import type { FieldValue } from "@/lib/standard/field";

type Content = Pick<FieldValue, "value" | "detail">;

const READERS: Partial<Record<FieldId, (value: FieldValue["value"]) => Content | null>> = {
  "C2.1": (value) => (typeof value === "string" ? employeeValue(value) : null),
  "C2.2": (value) => (typeof value === "string" ? revenueValue(value) : null),
  "C2.3": (value) => {
    const words = typeof value === "string" ? industry({ name: value }) : null;
    return words === null ? null : { value: words };
  },
  "C2.4": (value) =>
    Array.isArray(value)
      ? { value: toolNames(value.filter((one) => typeof one === "string")) }
      : null,
};

/**
 * A value about a company (C2.1 to C2.4) in the one form that the product compares, whoever gave
 * it: sizes and revenue as figures, industries and tools by our words. What was given stays in
 * `detail.original` where the words differ. Other fields, and what cannot be read, stay as they are.
 */
export function uniformValue<V extends Content>(id: FieldId, given: V): V {
  const read = READERS[id]?.(given.value);
  if (!read) return given;
  const differs = typeof given.value === "string" && given.value !== read.value;
  const original = differs && !given.detail?.original ? { original: given.value } : {};
  // What the source itself says in detail, an exact figure among it, knows more than its words.
  const detail = { ...read.detail, ...original, ...given.detail };
  return { ...given, value: read.value, ...(Object.keys(detail).length > 0 ? { detail } : {}) };
}
