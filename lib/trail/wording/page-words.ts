import { type HighIntent, highIntent, segmentsOf, titleCase } from "./page-path";

/** How people speak of a page, by where the words stand. */
export type PageWords = {
  /** After 'a look at': 'pricing', 'the SAP integration'. */
  look: string;
  /** After 'read': 'the pricing page', 'the SAP integration page'. */
  page: string;
  /** To the lead: 'our pricing', 'our SAP integration'. */
  ours: string;
};

/** Names as they are written; every other word of a path is taken for an ordinary one. Data. */
const SPELLED: ReadonlyMap<string, string> = new Map(
  `SAP Oracle NetSuite Infor Odoo Salesforce HubSpot Pipedrive Dynamics Shopify Okta Slack Azure AWS
   Snowflake Zapier API SSO SAML SCIM GDPR EDI ERP CRM ROI TMS WMS MES FAQ ISO HIPAA`
    .split(/\s+/)
    .map((name) => [name.toLowerCase(), name] as const),
);

/** A segment of a path in words: `sap-order-sync` is 'SAP order sync', `soc2` is 'SOC 2'. */
export function segmentWords(segment: string): string {
  return segment
    .replace(/\.[a-z]+$/, "")
    .replace(/\bsoc-?2\b/g, "SOC_2")
    .split(/[-+]|%20/)
    .map((word) => SPELLED.get(word) ?? word)
    .join(" ")
    .replace("SOC_2", "SOC 2");
}

/** Sections whose pages are spoken of by what they are about. Data. */
const SECTIONS: readonly [segments: string, before: string][] = [
  ["docs documentation help developers guides", "docs on "],
  [
    "solutions solution features feature products product platform use-cases industries",
    "page on ",
  ],
  ["blog news press", "post on "],
];
const STORIES = new Set(["customers", "case-studies", "case-study", "references", "stories"]);

const both = (name: string): PageWords => ({
  look: `the ${name}`,
  page: `the ${name}`,
  ours: `our ${name}`,
});

function themed(theme: HighIntent, segments: readonly string[]): PageWords {
  const last = segments.at(-1) ?? "";
  const about = segments.length > 1 && highIntent(`/${segments[0]}`) ? segmentWords(last) : null;
  const of = about ? `${about} ` : "";
  if (theme === "pricing") {
    return { look: `${of}pricing`, page: `the ${of}pricing page`, ours: `our ${of}pricing` };
  }
  if (theme === "security") {
    if (about) return both(`${of}security page`);
    return last === "trust-center" ? both("trust center") : both(`${segmentWords(last)} page`);
  }
  const name = segments.includes("api") ? `${of}API` : `${of}integration${about ? "" : "s"}`;
  return { ...both(name), page: `the ${name} page` };
}

/** How one speaks of the page at a path, as `pagePath` gives it; unknown deep ones by their path. */
export function pageWords(path: string): PageWords {
  const segments = segmentsOf(path);
  const [first = "", second] = segments;
  const last = segments.at(-1) ?? "";
  const theme = highIntent(path);
  if (theme) return themed(theme, segments);
  if (STORIES.has(first)) {
    return both(second ? `customer story of ${titleCase(last)}` : "customer stories");
  }
  const section = SECTIONS.find(([names]) => names.split(" ").includes(first));
  if (section && second) return both(section[1] + segmentWords(last));
  if (!second) return both(`${segmentWords(first)} page`);
  return { look: path, page: path, ours: `our page on ${segmentWords(last)}` };
}
