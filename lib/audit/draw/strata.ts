import { leadFacts } from "@/lib/routing/lead-facts";
import { isOfSegment, type Segment } from "@/lib/routing/segment";
import type { FieldValues } from "@/lib/standard/categories";
import { attribution } from "@/lib/standard/handoff-metadata";
import type { StrataBy } from "./strata-names";

/** A routed lead as the draw sees it; `fields` are read for a segment only. */
export type Routed = {
  leadId: string;
  handoffId: string;
  ownerId: string;
  source: FieldValues["C5.3"] | null;
  fields: FieldValues | null;
};

const UNKNOWN = "not known";

/** Where a lead came from: the channel of C5.3. */
function channelOf(source: Routed["source"]): string {
  const parsed = attribution.partial().safeParse(source?.value);
  return (parsed.success && parsed.data.channel) || UNKNOWN;
}

/** The stratum of a lead; a rep's is their id. Of several segments the first one listed counts. */
export function stratumOf(routed: Routed, by: StrataBy, segments: readonly Segment[]): string {
  if (by === "none") return "";
  if (by === "rep") return routed.ownerId;
  if (by === "source") return channelOf(routed.source);
  const facts = leadFacts(routed.fields ?? {}, { accountOwnerId: null, products: [] });
  return segments.find((segment) => isOfSegment(segment, facts))?.name ?? "no segment";
}
