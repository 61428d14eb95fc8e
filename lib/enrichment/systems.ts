import { apollo } from "./apollo/apollo";
import { clearbit } from "./clearbit/clearbit";
import { kickbox } from "./kickbox/kickbox";
import { neverbounce } from "./neverbounce/neverbounce";
import type { ProviderSystem } from "./provider";
import { zerobounce } from "./zerobounce/zerobounce";
import { zoominfo } from "./zoominfo/zoominfo";

/** The kinds of provider that an admin can connect (K.2), in the order in which they are offered. */
export const SYSTEMS: readonly ProviderSystem[] = [
  clearbit,
  apollo,
  zoominfo,
  zerobounce,
  neverbounce,
  kickbox,
];

/** The system with an id, such as 'clearbit'; undefined where there is none. */
export function systemOf(id: string): ProviderSystem | undefined {
  return SYSTEMS.find((system) => system.id === id);
}
