/** The fields that columns fill, as people call them. */
const LABELS: Readonly<Record<string, string>> = {
  email: "Email address",
  firstName: "First name",
  lastName: "Last name",
  name: "Full name",
  jobTitle: "Job title",
  company: "Company",
  companyDomain: "Company domain",
  employees: "Employees",
  industry: "Industry",
  phone: "Phone",
  linkedinUrl: "LinkedIn profile",
  language: "Language",
  region: "Country",
  campaign: "Campaign",
  channel: "Channel",
  asset: "Asset",
  externalId: "Id in the other system",
  capturedAt: "Captured at",
  scoreTotal: "Score, by the other system",
  scoreFit: "Fit, by the other system",
  scoreIntent: "Intent, by the other system",
  scoreBehavior: "Behavior, by the other system",
  id: "Id of the activity",
  leadEmail: "Lead's email address",
  leadExternalId: "Lead's id in the other system",
  kind: "What happened",
  occurredAt: "When it happened",
  path: "Page",
  title: "Title",
  seconds: "Seconds",
  url: "Link",
  messageId: "Id of the email",
  subject: "Subject",
  form: "Form",
  transcript: "Chat transcript",
  competitor: "Competitor",
  text: "Text",
  userAgent: "Browser (user agent)",
  product: "Product",
  source: "Source",
  opportunityAt: "Opportunity since",
  wonAt: "Won at",
};

/** What a field is called on screen; its own name where it has no other. */
export const fieldLabel = (field: string): string => LABELS[field] ?? field;

/** Names that only programs use; 'email' or 'company' reads as the word it is. */
const OF_PROGRAMS = new RegExp(
  `\\b(${Object.keys(LABELS)
    .filter((name) => /[A-Z]/.test(name))
    .join("|")})\\b`,
  "g",
);

/** The reason of a refused row, with fields called as the page calls them, not as the API does. */
export const onScreen = (reason: string): string =>
  reason.replace(OF_PROGRAMS, (name) => {
    const label = fieldLabel(name);
    return label.charAt(0).toLowerCase() + label.slice(1);
  });
