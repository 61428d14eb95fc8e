import { CATEGORIES, FIELD_IDS } from "@/lib/standard/categories";
import { FIELD_PLACES } from "@/lib/standard/field-states";
import type { CountDifference } from "./queries";

const NAMES = [
  "handoffs",
  "all five complete",
  ...CATEGORIES.map(({ label }) => label),
  ...FIELD_IDS.toSorted((one, other) => FIELD_PLACES[one] - FIELD_PLACES[other]),
];

/** '2026-11-02, rep 4f…: handoffs 12, recounted 13': what the counts of a day say otherwise. */
export function differenceLine({ day, dimension, value, kept, recounted }: CountDifference) {
  const apart = NAMES.flatMap((name, place) => {
    const [one, other] = [kept?.[place] ?? 0, recounted?.[place] ?? 0];
    return one === other ? [] : [`${name} ${one}, recounted ${other}`];
  });
  return `${day}, ${[dimension, value].filter(Boolean).join(" ")}: ${apart.join("; ")}`;
}
