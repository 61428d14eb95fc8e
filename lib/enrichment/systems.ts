import type { ProviderSystem } from "./provider";

/** The kinds of provider that an admin can connect (K.2), in the order in which they are offered. */
export const SYSTEMS: readonly ProviderSystem[] = [];

/** The system with an id, such as 'clearbit'; undefined where there is none. */
export function systemOf(id: string): ProviderSystem | undefined {
  return SYSTEMS.find((system) => system.id === id);
}
