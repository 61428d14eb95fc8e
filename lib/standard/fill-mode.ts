/**
 * How a provider's value may stand against the others of its field: `blank` counts only where
 * nothing else does, `refresh` also replaces an older value of a provider, `override` goes before
 * every captured or verified value. None goes before what a person of ours filled in by hand.
 */
export const FILL_MODES = ["blank", "refresh", "override"] as const;
export type FillMode = (typeof FILL_MODES)[number];
