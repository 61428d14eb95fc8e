import type { CrmSystem } from "./crm";
import { hubspotCrm } from "./hubspot/hubspot";
import { pipedrive } from "./pipedrive/pipedrive";
import { salesforce } from "./salesforce/salesforce";

/** The CRMs that an admin can connect (K.3), in the order in which they are offered. */
export const CRMS: readonly CrmSystem[] = [salesforce, hubspotCrm, pipedrive];

/** The CRM with an id, such as 'salesforce'; undefined where there is none. */
export const crmOf = (id: string): CrmSystem | undefined => CRMS.find((one) => one.id === id);
