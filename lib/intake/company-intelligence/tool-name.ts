import { capitalised } from "@/lib/platform/shown-text";
import { isPlaceholder } from "@/lib/standard/values/placeholder";

/** Tools by the spelling of their makers, each with what else it goes by, folded as `keyOf` does. */
const KNOWN = `
ActiveCampaign
Adobe Analytics|omniture
Airtable
Amplitude
Amazon S3|s3|aws s3
Apache Kafka|kafka
Asana
AWS|amazon web services|amazon aws
Azure|microsoft azure|ms azure|windows azure
BambooHR|bamboo hr
BigCommerce
Box
Braze|appboy
Clearbit
Cloudflare|cloudflare dns|cloudflare hosting|cloudflare cdn
Confluence|atlassian confluence
Databricks
Datadog
DocuSign
Drift
Dropbox
Eloqua|oracle eloqua
Facebook Pixel|facebook advertiser|meta pixel
Figma
Freshdesk
Freshworks CRM|freshsales
GitHub
GitLab
Gong|gong io
Google Ads|google adwords|adwords|google adwords conversion
Google Analytics|ga4|google analytics 4|universal analytics
Google BigQuery|bigquery
Google Cloud|gcp|google cloud platform
Google Tag Manager|gtm
Google Workspace|g suite|gsuite|google apps|google apps for business|google apps for work
Greenhouse|greenhouse io
Hotjar
HubSpot|hub spot|hubspot crm
IBM Cognos|cognos
IFS
Infor
Infor M3|m3
Intercom
Jira|atlassian jira
Klaviyo
Kubernetes|k8s
LinkedIn Insight Tag|linkedin marketing solutions|linkedin insights
Looker
Magento|adobe commerce
Mailchimp
Mailgun
Marketo|adobe marketo|marketo engage|adobe marketo engage
Microsoft 365|office 365|office365|microsoft office 365|ms office 365|o365
Microsoft Dynamics 365|dynamics|dynamics 365|microsoft dynamics|ms dynamics|microsoft dynamics crm|dynamics crm|d365
Microsoft SharePoint|sharepoint
Microsoft SQL Server|sql server|mssql|ms sql server
Microsoft Teams|teams|ms teams
Mixpanel
MongoDB|mongo
Moodle
MuleSoft
MySQL
NetSuite|oracle netsuite|net suite
New Relic
Node.js|nodejs|node js
Notion
Odoo|openerp
Okta
Oracle|oracle database|oracle db
Oracle Cloud|oci
Outreach|outreach io
Pardot|salesforce pardot|account engagement|salesforce account engagement|marketing cloud account engagement
Pipedrive
PostgreSQL|postgres
Power BI|powerbi|microsoft power bi|ms power bi
Qualtrics
React|reactjs|react js
Sage
Salesforce|salesforce com|sfdc|sales force|salesforce crm|salesforce sales cloud|sales cloud
Salesforce Marketing Cloud|exacttarget|marketing cloud
Salesforce Service Cloud|service cloud
SalesLoft
SAP
SAP Business One|sap b1|business one
SAP S/4HANA|sap s4hana|s4hana|s 4hana|sap s 4 hana|s 4 hana|sap hana s 4
SAP SuccessFactors|successfactors
Segment|segment io|twilio segment
SendGrid|twilio sendgrid
ServiceNow|service now
Shopify
Shopify Plus
Slack
Snowflake
SugarCRM
Stripe
Tableau
Terraform
Twilio
Unbounce
Vimeo
WooCommerce
WordPress|word press|wordpress org
Workday
Xero
Zapier
Zendesk
Zoho CRM|zoho
Zoom
ZoomInfo`;

const keyOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, " ")
    .trim();

const spellings = new Map(
  KNOWN.trim()
    .split("\n")
    .flatMap((line) => {
      const [name = "", ...others] = line.split("|");
      return [name, ...others].map((other) => [keyOf(other), name] as const);
    }),
);

/** 'google_tag_manager', as some providers write, as words. */
function tidied(name: string): string {
  if (!/^[a-z0-9]+(_[a-z0-9]+)+$/.test(name)) return name.replace(/\s+/g, " ");
  return name.split("_").map(capitalised).join(" ");
}

/** A tool as its maker spells it; one that is not known, as it came. */
export function toolName(given: string): string {
  const name = given.trim();
  return spellings.get(keyOf(name)) ?? tidied(name);
}

/** The tools of a list (C2.4), each once, in the order in which they come; placeholders are none. */
export function toolNames(given: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const name of given.filter((one) => !isPlaceholder(one)).map(toolName)) {
    if (!byKey.has(keyOf(name))) byKey.set(keyOf(name), name);
  }
  return [...byKey.values()];
}
