import { accountEngagement } from "./account-engagement/account-engagement";
import { hubspot } from "./hubspot/hubspot";
import { marketo } from "./marketo/marketo";
import { mautic } from "./mautic/mautic";
import type { SourceSystem } from "./source";

/** The systems that are read on a schedule (K.1), in the order in which they are offered. */
export const SOURCES: readonly SourceSystem[] = [hubspot, marketo, mautic, accountEngagement];

/** The source with an id, such as 'hubspot'; undefined where there is none. */
export const sourceOf = (id: string): SourceSystem | undefined =>
  SOURCES.find((one) => one.id === id);
