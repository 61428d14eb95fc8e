import { dayOf } from "@/lib/platform/day";
import { shortened, shownText } from "@/lib/platform/shown-text";
import type { MapEntry } from "./entry";
import type { Given, Source, Value } from "./source";
import { momentWords, sourceOf } from "./sources";

/**
 * What goes to each field of the CRM. What Baton does not know is left out, so that what somebody
 * wrote there stays; text is cut to what the field holds, and what must not be cut is left out.
 */
export function outgoingValues(entries: readonly MapEntry[], given: Given): Record<string, Value> {
  const told = entries.flatMap(({ from, to, field }) => {
    const source = sourceOf(from);
    const value = source && field && fitted(source, source.read(given), field, given);
    return value === null || value === undefined ? [] : [[to, value] as const];
  });
  return Object.fromEntries(told);
}

function fitted(
  source: Source,
  value: Value,
  { kind, length }: NonNullable<MapEntry["field"]>,
  given: Given,
): Value {
  if (value === null || value === "") return null;
  if (kind === "number") return typeof value === "number" ? value : null;
  if (kind === "yes or no") return typeof value === "boolean" ? value : null;
  if (kind === "date") return value;
  // The day that its reader's calendar shows at that moment.
  if (kind === "day") return dayOf(new Date(String(value)), given.reader.timeZone);
  const text = shownText(textOf(source, value, given));
  if (length === null || text.length <= length) return text;
  return source.whole ? null : shortened(text, length - 1);
}

function textOf(source: Source, value: string | number | boolean, given: Given): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return source.kind === "date" ? momentWords(String(value), given) : String(value);
}
