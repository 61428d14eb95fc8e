import type { Failed } from "@/lib/enrichment/http/http";
import type { Provider, ProviderSetting } from "@/lib/enrichment/provider";
import type { Json } from "@/lib/standard/field";
import type { MapEntry } from "./map/entry";
import type { Marks } from "./reading/marks";

/** The systems that reps work in, by their id in `connection.system`. */
export const CRM_IDS = ["salesforce", "hubspot_crm", "pipedrive"] as const;
export type CrmId = (typeof CRM_IDS)[number];

/** Whether a connection's system is a CRM. */
export const isCrmId = (system: string): system is CrmId =>
  (CRM_IDS as readonly string[]).includes(system);

/** What can be written to one field of the CRM's record, by the CRM's own description of it. */
export type CrmField = {
  name: string;
  label: string;
  kind: "text" | "number" | "yes or no" | "date" | "day" | "link" | "choice" | "other";
  /** The CRM's own word for its type, such as 'picklist'. */
  type: string;
  writeable: boolean;
  /** The most characters it holds; null where that does not apply. */
  length: number | null;
  /** The only values that it takes, where it takes no others. */
  choices: readonly string[] | null;
};

/** One lead as it goes out. Nothing of it is personal data to the log. */
export type Going = {
  /** The outgoing row; what came of it is told by this. */
  id: string;
  /** The lead's own id: the external id of its record in the CRM. */
  leadId: string;
  email: string | null;
  /** What the CRM's record cannot be without. */
  lastName: string;
  company: string;
  values: Readonly<Record<string, string | number | boolean | null>>;
  /** Whose it is from now on, by address; null where that stays as it is. */
  ownerEmail: string | null;
  /** `key` is the external id of the note, so that it is written once. */
  note: { key: string; title: string; text: string } | null;
  /** When it happened. */
  at: Date;
  /** It was tried before, and what came of that may not be known. */
  again: boolean;
  /** The record that the lead was there when something of it last went out; null before that. */
  recordId: string | null;
};

/** Why one lead did not go out. `final`: trying again cannot help; `field` is the one to blame; `gone`: it wants nothing more. */
export type NotWritten = Failed & { final?: true; field?: string; gone?: true };

/**
 * What came of one lead: the record that it is now, that a hook was told, or why not. `ownerEmail`: whose it was made.
 * `words`: what was left out, and why. `values`: what its fields were given, as they read.
 */
export type Written =
  | {
      id: string;
      object: string;
      recordId: string;
      ownerEmail?: string;
      words?: string;
      values?: { readonly [field: string]: string };
    }
  | { id: string; told: true; words?: string }
  | { id: string; not: NotWritten };

/** What a record that Baton wrote says now. */
export type RecordChange = {
  leadId: string;
  object: string;
  recordId: string;
  owner: { name: string; email: string | null } | null;
  stage: string | null;
  dealId: string | null;
  /** Why its owner is who it is, where a router there says so. */
  reason?: string;
};

/**
 * To whom a router in the CRM gave a lead that Baton has not written there; both by their address. `owner`
 * is null where a queue has it: it is nobody's any more, or not yet.
 */
export type RoutedElsewhere = {
  email: string;
  owner: string | null;
  reason: string;
  decidedAt: Date;
};

/** What a deal that such a lead became says now. */
export type DealChange = {
  dealId: string;
  openedAt: Date;
  /** Null while it is not won. */
  wonAt: Date | null;
  stage: string;
  /** The leads whose records it hangs on, where the CRM says so of the deal and not of the record. */
  leadIds?: readonly string[];
};

/** What changed since the last reading; `marks` is where the next one goes on. */
export type CrmChanges = {
  records: RecordChange[];
  deals: DealChange[];
  routed?: RoutedElsewhere[];
  marks: Marks;
  /** Why it ended before its time; what it brought until then counts. */
  broke?: NotWritten | undefined;
  /** What its own clock said when it answered; left out where it does not say, or nothing asks. */
  theirs?: Date | undefined;
};

/**
 * From where a CRM is read. `handedOverSince`: when the first of the leads with a record there was
 * given to a rep, since no deal from before is of their doing; null where none has a record yet.
 */
export type ReadFrom = { since: Date; marks: Marks; handedOverSince: Date | null };

/** A CRM ready to be spoken to, under a connection's settings and secrets. */
export type Crm = {
  /** The fields of the record that leads become. */
  describe(signal: AbortSignal): Promise<CrmField[] | Failed>;
  /** Everything that is missing for it to work, one sentence each; empty where nothing is. */
  lacks(entries: readonly MapEntry[], signal: AbortSignal): Promise<string[] | Failed>;
  /** Writes leads; never throws for what the other side does wrong. Safe to repeat after any end. */
  write(going: readonly Going[], signal: AbortSignal): Promise<Written[]>;
  /** What changed there since the last reading, or since a moment where a list has no mark yet. */
  changes(from: ReadFrom, signal: AbortSignal): Promise<CrmChanges | Failed>;
};

/** A kind of CRM that an admin can connect. It is asked for the CRM match like a provider, too. */
export type CrmSystem = {
  id: CrmId;
  label: string;
  settings: readonly ProviderSetting[];
  /** What it needs there, and what its settings mean, for who connects it. */
  needs: string;
  /** The map that a new connection begins with; what does not fit there is left out of it. */
  firstMap: readonly Pick<MapEntry, "from" | "to">[];
  /** What is wrong with one setting, read after its label; null where nothing is. */
  wrong(key: string, value: string): string | null;
  connect(given: CrmGiven): Provider;
  open(given: CrmGiven): Crm;
};

export type CrmGiven = {
  settings: { [key: string]: Json };
  secrets: { [key: string]: string };
};

export const isWritten = (one: Written): one is Exclude<Written, { not: NotWritten }> =>
  !("not" in one);
