import { z } from "zod";
import { fieldErrors } from "@/lib/access/requests/field-errors";

/** The last instant that there is, in ms. */
const LAST_MS = 8.64e15;

/** A whole number from zero, that some answers write as text; as a time in ms there is one. */
export const wholeNumber = z.union([
  z.number().int().min(0).max(LAST_MS),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);

/** An id, that some answers write as a number. */
export const idText = z.union([z.string().min(1), z.number()]).transform(String);

/**
 * Those of a list's items that are as documented. Each other one is told in `refused`, and is no reason
 * to stop: the same page would come for ever.
 */
export function itemsOf<S extends z.ZodType>(
  schema: S,
  given: readonly unknown[],
  refused: string[],
): z.output<S>[] {
  return given.flatMap((one) => {
    const parsed = schema.safeParse(one);
    if (parsed.success) return [parsed.data];
    const [first] = fieldErrors(parsed.error, one);
    refused.push(`${first?.field || "an item"} ${first?.reason ?? "cannot be read"}`);
    return [];
  });
}
