import type { TierPreview } from "./tier-moves";

/** A preview with the leads that move by name. */
export type NamedPreview = Omit<TierPreview, "first"> & {
  first: (TierPreview["first"][number] & { name: string | null; companyName: string | null })[];
  countedAt: Date;
};
