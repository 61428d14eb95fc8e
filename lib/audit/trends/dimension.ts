import { keysOf } from "@/lib/platform/keys-of";

/** What handoffs are told apart by in a trend (A.6); `all` is every one of them. */
export const DIMENSIONS = {
  all: "Everybody",
  rep: "Rep",
  campaign: "Campaign",
  source: "Source",
  segment: "Segment",
  version: "Standard",
} as const;
export type Dimension = keyof typeof DIMENSIONS;
export const DIMENSION_NAMES = keysOf(DIMENSIONS);
