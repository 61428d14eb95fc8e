import { takeActivities } from "./activities/endpoints";
import { connectSystem } from "./connections/endpoints";
import { listHandoffs, showHandoff } from "./handoffs/endpoints";
import { listLeads, showLead, takeLead } from "./leads/endpoints";
import { listHooks, renewSecret, subscribe, unsubscribe } from "./rest-hooks/endpoints";
import {
  routeLead,
  routeNamedLead,
  withdrawNamedRouting,
  withdrawRouting,
} from "./routing/endpoints";

/** Every operation of the public API, in the order in which the description lists them. */
export const ENDPOINTS = [
  takeLead,
  listLeads,
  showLead,
  routeLead,
  withdrawRouting,
  routeNamedLead,
  withdrawNamedRouting,
  takeActivities,
  listHandoffs,
  showHandoff,
  subscribe,
  listHooks,
  renewSecret,
  unsubscribe,
  connectSystem,
] as const;
