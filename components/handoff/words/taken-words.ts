import { formatNumber } from "@/lib/platform/format-number";
import type { FieldId, FieldValues } from "@/lib/standard/categories";

const NUMBERS = [
  ["the total", "C4.1"],
  ["fit", "C4.2"],
  ["intent", "C4.3"],
  ["behavior", "C4.4"],
] as const satisfies readonly (readonly [string, FieldId])[];

/**
 * Which numbers of a score a MAP computed (C4), with what the model says instead: 'Taken from
 * Marketo: the total (the model says 58) and fit (the model says 50).' Null where none is.
 */
export function takenWords(fields: FieldValues, locale: string): string | null {
  const taken = NUMBERS.flatMap(([name, id]) => {
    const { source, provider, detail } = fields[id] ?? {};
    const model = detail?.modelTotal;
    if (source !== "map" || typeof model !== "number") return [];
    return [{ provider, words: `${name} (the model says ${formatNumber(model, locale)})` }];
  });
  if (taken.length === 0) return null;
  const listed = new Intl.ListFormat("en-GB").format(taken.map(({ words }) => words));
  return `Taken from ${[...new Set(taken.map((one) => one.provider))].join(" and ")}: ${listed}.`;
}
