import { crmOf } from "@/lib/connections/crm/crms";
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

/** The provider with an id, such as 'clearbit'; undefined where there is none. */
export function systemOf(id: string): ProviderSystem | undefined {
  return SYSTEMS.find((system) => system.id === id);
}

/** Whoever can be asked about a lead: a provider, or a CRM for its match. */
export const askedSystemOf = (id: string): Pick<ProviderSystem, "connect"> | undefined =>
  systemOf(id) ?? crmOf(id);
