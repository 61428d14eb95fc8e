import type { z } from "zod";
import { isPlaceholder } from "@/lib/standard/values/placeholder";

/** A row's validated input, or the field at fault (null where it is the row as a whole) and why. */
export type RowAnswer<Input> =
  | { ok: true; input: Input }
  | { ok: false; field: string | null; reason: string };

/** The values that were given, without empty ones and without placeholders in the named fields. */
export function meantValues(
  values: Readonly<Record<string, string>>,
  never: readonly string[],
): Record<string, string> {
  const meant = Object.entries(values).filter(
    ([field, value]) => value.trim() !== "" && !(never.includes(field) && isPlaceholder(value)),
  );
  return Object.fromEntries(meant);
}

/** Judges one row by its schema; the first fault is told. */
export function validated<Input>(
  schema: { safeParse(given: unknown): z.ZodSafeParseResult<Input> },
  given: unknown,
): RowAnswer<Input> {
  const result = schema.safeParse(given);
  if (result.success) return { ok: true, input: result.data };
  const [issue] = result.error.issues;
  const field = issue?.path[0];
  const missing = issue?.code === "invalid_type" && issue.input === undefined;
  return {
    ok: false,
    field: typeof field === "string" ? field : null,
    reason: missing ? "is missing" : (issue?.message ?? "cannot be read"),
  };
}
