import { shortened, shownLine } from "@/lib/platform/shown-text";
import type { FieldValues } from "@/lib/standard/categories";
import type { Json } from "@/lib/standard/field";

/** A list cuts what is longer; the value itself stays as it was given. */
const LONGEST = 200;

/** What lists show of a lead, from its prevailing values; null where nothing is known. */
export function listedColumns(fields: FieldValues) {
  const text = (value: Json | undefined) =>
    (typeof value === "string" && shortened(shownLine(value), LONGEST)) || null;
  const place = fields["C1.7"]?.value as { region?: string | null } | null | undefined;
  const attribution = fields["C5.3"]?.value as { channel?: string | null } | null | undefined;
  return {
    name: text(fields["C1.1"]?.value),
    jobTitle: text(fields["C1.2"]?.value),
    companyName: text(fields["C1.3"]?.value),
    country: place?.region ?? null,
    channel: text(attribution?.channel ?? undefined),
  };
}
