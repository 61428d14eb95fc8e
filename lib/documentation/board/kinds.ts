import { keysOf } from "@/lib/platform/keys-of";

/** What a lead can need from a person, in the order of the board (O.1). */
export const BOARD_KINDS = {
  enrichment: "Pending Enrichment",
  summary: "To summarise",
  flagged: "Flagged by reps",
  returned: "Rejected by reps",
  sync: "Failed sync",
  doubtful: "Left out, doubtful",
  aside: "Set aside",
} as const;
export type BoardKind = keyof typeof BOARD_KINDS;
export const BOARD_KIND_NAMES = keysOf(BOARD_KINDS);
