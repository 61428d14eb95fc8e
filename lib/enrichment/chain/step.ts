import { keysOf } from "@/lib/platform/keys-of";
import type { FieldId } from "@/lib/standard/categories";
import type { FillMode } from "@/lib/standard/fill-mode";
import type { Fills, Lookup, Provider, ProviderLookup } from "../provider";

/** A step of the chain as an admin left it (`enrichment_step`), with its provider ready to be asked. */
export type Step = {
  id: string;
  /** The provider's id, such as 'clearbit': whose answers are kept. */
  provider: string;
  /** Its name on screen, which its values and attempts carry. */
  label: string;
  /** Whose health it is: each connection has its own breaker, a built-in provider has one. */
  healthKey: string;
  lookup: Lookup;
  timeLimitMs: number;
  /** How long an answer is kept, in days; 0 for not at all. */
  cacheDays: number;
  fills: Fills;
  costCents: number;
  local: boolean;
  ask: ProviderLookup["ask"];
};

/** A step as it is stored. */
export type StepRow = {
  id: string;
  position: number;
  provider: string;
  lookup: Lookup;
  connectionId: string | null;
  enabled: boolean;
  timeLimitMs: number;
  cacheDays: number;
  fills: Fills;
};

/** By which key the health of a step's provider is kept (`enrichment_health.provider`). */
const healthKeyOf = ({ provider, connectionId }: Pick<StepRow, "provider" | "connectionId">) =>
  connectionId ?? provider;

/** The fields a step may fill, and how. */
export const fillsOf = ({ fills }: Pick<Step, "fills">): [FieldId, FillMode][] =>
  keysOf(fills).flatMap((id) => {
    const mode = fills[id];
    return mode ? [[id, mode] as [FieldId, FillMode]] : [];
  });

const inOrder = (one: StepRow, other: StepRow) =>
  one.position - other.position ||
  one.provider.localeCompare(other.provider) ||
  one.lookup.localeCompare(other.lookup);

/**
 * The enabled steps in their order, each with its provider. A step whose provider is not there (its
 * connection is paused or removed, its file is not set) is left out.
 */
export function readySteps(
  rows: readonly StepRow[],
  providerOf: (row: StepRow) => Provider | undefined,
): Step[] {
  return rows
    .filter(({ enabled }) => enabled)
    .toSorted(inOrder)
    .flatMap((row) => {
      const provider = providerOf(row);
      const lookup = provider?.lookups.find((one) => one.lookup === row.lookup);
      return provider && lookup ? [ready(row, provider, lookup)] : [];
    });
}

function ready(row: StepRow, provider: Provider, lookup: ProviderLookup): Step {
  return {
    id: row.id,
    provider: row.provider,
    label: provider.label,
    healthKey: healthKeyOf(row),
    lookup: row.lookup,
    timeLimitMs: row.timeLimitMs,
    cacheDays: row.cacheDays,
    fills: row.fills,
    costCents: lookup.costCents,
    local: lookup.local ?? false,
    ask: (subject, signal, asked) => lookup.ask(subject, signal, { ...asked, fills: row.fills }),
  };
}
