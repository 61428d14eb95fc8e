import type { CrmField } from "../crm";

/** A Baton value and the CRM's field that it goes to, with what that field was when it was chosen. */
export type MapEntry = {
  /** The id of a source, such as 'C1.2' or 'summary'. */
  from: string;
  /** The CRM's own name of the field, such as 'Title'. */
  to: string;
  /** Null while the CRM was never asked what it is. */
  field: Pick<CrmField, "kind" | "type" | "length"> | null;
};

/** What is wrong with one entry, in words that are read after the field's name. */
export type MapFault = { from: string; to: string; words: string };
