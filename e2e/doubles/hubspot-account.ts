import type { Reply } from "./double";

/** An error as HubSpot words it. */
export const said = (category: string, message: string, more: object = {}) => ({
  ...{ status: "error", message, correlationId: "019db13c-75c4-78e8-acb8-bc5a73b40dda", category },
  ...more,
});
export type HubspotContact = { id: string; properties: Record<string, string | null> };
type Submission = { submittedAt: number; values: { name: string; value: string }[] };

/** What a HubSpot account holds; a test changes it as people there would. */
export type Account = {
  contacts: HubspotContact[];
  companies: HubspotContact[];
  forms: { id: string; name: string; submissions: Submission[] }[];
  emails: Record<string, unknown>[];
  pages: { id: string; objectId: string; occurredAt: string; properties: Record<string, string> }[];
  /** Streams' paths that the token may not read, by the scope that is missing. */
  revoked: Map<RegExp, string>;
  /** Numbers that fail every batch that names them. */
  refused: Set<string>;
  /** Forms whose submissions it does not give, and the status that it answers with. */
  closedForms: Map<string, number>;
  /** What it shows in place of when a contact changed, where it does. */
  showsTimesAs: string | null;
  properties: Property[];
  owners: Owner[];
  notes: Note[];
  deals: Deal[];
  /** The time that it stamps changes with; null for the machine's. */
  now: Date | null;
  /** Does what it is asked to write on such a path and then answers with this, until told null. */
  after: { on: RegExp; reply: Reply } | null;
  next(): string;
};

/** A property as HubSpot describes it. */
export type Property = {
  name: string;
  label: string;
  type: string;
  fieldType: string;
  hasUniqueValue: boolean;
  calculated: boolean;
  options: { value: string; hidden: boolean }[];
  modificationMetadata: { readOnlyValue: boolean };
};

type Note = {
  id: string;
  contactId: string;
  properties: Record<string, string>;
};
type Owner = { id: string; email: string; firstName: string; lastName: string };
type Deal = HubspotContact & { contactIds: string[] };
