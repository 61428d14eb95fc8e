/** What a gap is counted in: where the machine sees it, all handoffs; else what auditors found. */
export const GAP_BASES = { handoffs: "all handoffs", sample: "audited leads" } as const;
export type GapBasis = keyof typeof GAP_BASES;
