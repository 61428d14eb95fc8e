import { fieldErrors } from "@/lib/access/requests/field-errors";
import { type ActivityInput, activityInput, type LeadInput, leadInput } from "@/lib/intake/input";
import { clipped } from "@/lib/intake/tracking/activity-told";
import type { Loose } from "@/lib/intake/tracking/loose";
import { storable } from "@/lib/platform/storable";

type Given = { readonly [key: string]: unknown };

const present = (given: Given): Loose =>
  Object.fromEntries(
    Object.entries(storable(given) as Given).filter(
      ([, value]) => value !== undefined && value !== null && value !== "",
    ),
  );

/**
 * A person as another system keeps one. A value that cannot be read is left out and told in
 * `refused`; the rest is a lead all the same. Undefined where nobody could be found again by it.
 */
export function readableLead(given: Given, refused: string[]): LeadInput | undefined {
  const values = present(given);
  const parsed = leadInput.safeParse(values);
  if (parsed.success) return parsed.data;
  const faults = fieldErrors(parsed.error, values);
  refused.push(...faults.map(({ field, reason }) => `${field} ${reason}`));
  const wrong = new Set(faults.map(({ field }) => field.split(".")[0] ?? ""));
  const rest = Object.entries(values).filter(([key]) => !wrong.has(key));
  return leadInput.safeParse(Object.fromEntries(rest)).data;
}

/** What somebody did as another system tells it, cut to what is kept; told in `refused` where it is none. */
export function readableActivity(given: Given, refused: string[]): ActivityInput | undefined {
  const values = clipped(present(given));
  const parsed = activityInput.safeParse(values);
  if (parsed.success) return parsed.data;
  const [first] = fieldErrors(parsed.error, values);
  refused.push(`${first?.field || "It"} ${first?.reason ?? "cannot be read"}`);
  return undefined;
}
