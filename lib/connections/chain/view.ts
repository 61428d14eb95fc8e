import type { StepChange } from "@/lib/enrichment/chain/step-change";
import type { Lookup } from "@/lib/enrichment/provider";
import type { FieldId } from "@/lib/standard/categories";
import type { FillMode } from "@/lib/standard/fill-mode";

/** What a step can do with a field: one of the modes, or nothing. */
export type FieldUse = FillMode | "off";

/** One step of the chain as its page shows it, and as an admin changes it. */
export type ChainStep = {
  id: string;
  /** The connection's name, or that of a built-in provider. */
  name: string;
  lookup: Lookup;
  enabled: boolean;
  /** Its connection is paused, so that it is not asked whatever is set here. */
  paused: boolean;
  timeLimitMs: number;
  cacheDays: number;
  costCents: number;
  /** Every field that it can fill, in the order of the checklist. */
  fields: { id: FieldId; label: string; use: FieldUse }[];
};

/** The steps in their order as they are to be saved. */
export function savedSteps(steps: readonly ChainStep[]): StepChange[] {
  return steps.map(({ id, enabled, timeLimitMs, cacheDays, fields }, index) => ({
    id,
    position: index + 1,
    enabled,
    timeLimitMs,
    cacheDays,
    fills: Object.fromEntries(
      fields.flatMap((field) => (field.use === "off" ? [] : [[field.id, field.use]])),
    ),
  }));
}

/** The steps with one of them moved by so many places; unchanged where there is no such place. */
export function moved(steps: readonly ChainStep[], id: string, by: number): ChainStep[] {
  const from = steps.findIndex((step) => step.id === id);
  const step = steps[from];
  if (!step || from + by < 0 || from + by >= steps.length) return [...steps];
  return steps.toSpliced(from, 1).toSpliced(from + by, 0, step);
}
