import type { Provider } from "../provider";
import type { StepRow } from "./step";

/** A step of the chain as it is when its provider is new; an admin changes it from there. */
export type NewStep = Omit<StepRow, "id">;

/** A step for each lookup of a provider, after `last`, as the provider suggests them (G.2). */
export function stepsOf(provider: Provider, connectionId: string | null, last: number): NewStep[] {
  return provider.lookups.map(({ lookup, timeLimitMs, cacheDays, fills }, index) => ({
    position: last + index + 1,
    provider: provider.id,
    lookup,
    connectionId,
    enabled: true,
    timeLimitMs,
    cacheDays,
    fills,
  }));
}
