import type { Json } from "@/lib/standard/field";
import type { GivenValue } from "../provider";

/** A value as enrichment gives it. */
export function enriched(
  value: Json,
  verified: boolean,
  detail?: GivenValue["detail"],
): GivenValue {
  return { value, source: "enrichment", verified, ...(detail ? { detail } : {}) };
}
