import { capitalised } from "@/lib/platform/shown-text";
import { externalIdOf } from "../external-id";
import { readableLead } from "../readable";
import { type SourceRecord, UNTOLD } from "../source";
import { changedAt, type HubspotObject } from "./objects";

/** When a contact, and when a company, last changed: HubSpot names it differently. */
export const CONTACT_CHANGED = "lastmodifieddate";
export const COMPANY_CHANGED = "hs_lastmodifieddate";

export const CONTACT_PROPERTIES = [
  "email",
  "firstname",
  "lastname",
  "jobtitle",
  "company",
  "website",
  "phone",
  "mobilephone",
  "hs_linkedin_url",
  "hs_language",
  "country",
  "lifecyclestage",
  "hs_analytics_source",
  "hs_analytics_last_touch_converting_campaign",
  "recent_conversion_event_name",
  "hubspotscore",
  "associatedcompanyid",
  "hs_merged_object_ids",
  CONTACT_CHANGED,
];

export const COMPANY_PROPERTIES = [
  "name",
  "domain",
  "numberofemployees",
  "industry",
  "country",
  COMPANY_CHANGED,
];

/** 'COMPUTER_SOFTWARE' and 'PAID_SEARCH' as a person writes them. */
function words(constant: string | null | undefined): string | undefined {
  const text = constant?.toLowerCase().replaceAll("_", " ").trim();
  return text ? capitalised(text) : undefined;
}

/** HubSpot's old score has no upper end; what is beyond ours says nothing on our scale. */
function scoreOf(text: string | null | undefined) {
  const total = text ? Number(text) : Number.NaN;
  return Number.isInteger(total) && total >= 0 && total <= 100 ? { total } : undefined;
}

/** The numbers of contacts that were merged into this one. */
const mergedInto = (list: string | null | undefined) =>
  (list ?? "").split(";").filter((id) => /^\d+$/.test(id));

/**
 * A contact with its company as a lead. Of the company, its record goes before what somebody typed
 * into a form; of two numbers, the mobile one before what may be a switchboard.
 */
export function contactRecord(
  contact: HubspotObject,
  company: HubspotObject | undefined,
  connectionId: string,
): SourceRecord {
  const { id, properties: of } = contact;
  const firm = company?.properties ?? {};
  const at = changedAt(contact, CONTACT_CHANGED);
  const idOf = (of: string) => externalIdOf("hubspot", connectionId, of);
  const refused: string[] = [];
  const lead = readableLead(
    {
      email: of.email,
      firstName: of.firstname,
      lastName: of.lastname,
      jobTitle: of.jobtitle,
      company: firm.name || of.company,
      companyDomain: firm.domain || of.website,
      employees: firm.numberofemployees,
      industry: words(firm.industry),
      phone: of.mobilephone || of.phone,
      linkedinUrl: of.hs_linkedin_url,
      language: of.hs_language,
      region: of.country || firm.country,
      campaign: of.hs_analytics_last_touch_converting_campaign,
      channel: words(of.hs_analytics_source),
      asset: of.recent_conversion_event_name,
      scores: scoreOf(of.hubspotscore),
      externalId: idOf(id),
      capturedAt: at?.toISOString(),
    },
    refused,
  );
  const also = mergedInto(of.hs_merged_object_ids).map(idOf);
  const parentId = of.associatedcompanyid || undefined;
  return { id, changedAt: at ?? UNTOLD, parentId, lead, also, refused };
}
