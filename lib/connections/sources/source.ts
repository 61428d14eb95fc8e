import type { Failed } from "@/lib/enrichment/http/http";
import type { ProviderSetting } from "@/lib/enrichment/provider";
import type { ActivityInput, LeadInput } from "@/lib/intake/input";
import type { Json, Source } from "@/lib/standard/field";
import type { CrmId } from "../crm/crm";

/** Of a record that does not say readably when it changed: whatever it says is taken, as it may be news. */
export const UNTOLD = new Date(0);

/** One record as it was read. Where an older state of it comes later, that is passed over. */
export type SourceRecord = {
  id: string;
  changedAt: Date;
  /** The record that it takes values from, such as a contact's company. */
  parentId?: string | undefined;
  /** What it says of a lead; left out where it says something of its children only. */
  lead?: LeadInput | undefined;
  /** Other ids of the same record, in our own form, such as those of contacts merged into it. */
  also?: readonly string[];
  /** What of it could not be read, and why. */
  refused?: readonly string[];
};

/** A record that is said to have changed. */
export type Changed = { stream: string; id: string };

/** A record that was merged into another of its stream, and is no more. */
export type Merged = { stream: string; id: string; into: string; at: Date };

/** A name that somebody did things under before they were known, and the one that they are known by. */
export type Recognised = { name: string; is: string };

/** What one question brought: at most some hundreds of records, some thousands of activities. */
export type SourcePage = {
  records: readonly SourceRecord[];
  activities: readonly ActivityInput[];
  /** What could not be read, beside what of a record could not, and why. */
  refused: readonly string[];
  /** What is of no use to a handoff. */
  passedOver: number;
  /** Where the next question goes on. */
  position: Json;
  /** False where nothing more is there by now. */
  more: boolean;
  /** Everything until then has been read; null where that cannot be said. */
  until: Date | null;
  /** What was there before is not all read yet, though nothing more is to be asked for by now. */
  behind?: true;
  /** Records of another stream that take values from these and are to be read again. */
  renews?: { stream: string; parentIds: readonly string[] };
  /** Records that are to be read themselves; `unknownOnly` where they were never read before. */
  changed?: readonly (Changed & { unknownOnly: boolean })[];
  /** Of the records that were asked for, those that the other side refuses, and why: they are asked for again later. */
  putOff?: readonly { id: string; words: string }[];
  /** Who turned out to be whom, in our own form of ids; what waits under the first name goes to the other. */
  recognised?: readonly Recognised[];
  /** Which records were merged into which; what they became is read back by itself. */
  merged?: readonly Merged[];
};

/** What of the time before it was connected is not read yet: that before `backTo`. `restsUntil`: it goes on then. */
export type Behind = { backTo: Date; restsUntil: Date | null };

/** What is asked: on from a position, or these records anew. */
export type SourceQuestion = {
  stream: string;
  position: Json | null;
  /** Records that are said to have changed; where there are any, only these are read. */
  changed: readonly string[];
  now: Date;
  /** What Baton itself wrote to the fields of these records there, by record; nothing where left out. */
  ours?: (recordIds: readonly string[]) => Promise<Ours>;
};

/** What Baton wrote to other systems' records, field by field. */
type Ours = ReadonlyMap<string, { readonly [field: string]: string }>;

/** A system ready to be read, under a connection's settings and secrets. */
export type SourceReach = {
  /** Everything that is missing for it to be read, one sentence each; empty where nothing is. */
  lacks(signal: AbortSignal): Promise<string[] | Failed>;
  /** Answers one question; never throws for what the other side does wrong. */
  read(question: SourceQuestion, signal: AbortSignal): Promise<SourcePage | Failed>;
};

export type SourceGiven = {
  settings: { [key: string]: Json };
  secrets: { [key: string]: string };
  connectionId: string;
};

export const SOURCE_IDS = ["hubspot", "marketo", "mautic", "account_engagement"] as const;
type SourceId = (typeof SOURCE_IDS)[number];

/** One stream of a system, with what it holds in a person's words, such as 'email events'. */
export type Stream = { id: string; holds: string };

/** A kind of system that is read on a schedule: what was there, then what changes. */
export type SourceSystem = {
  /** As in `connection.system`. */
  id: SourceId;
  label: string;
  settings: readonly ProviderSetting[];
  /** The scopes and rights that it takes, in sentences for whoever connects it. */
  needs: string;
  /** What its leads' values count as. */
  source: Source;
  /** The CRM that is the same system, to whose records Baton writes: that is no news here. */
  crm?: CrmId;
  /** In the order in which they are first read. */
  streams: readonly Stream[];
  /** Whether it is read at all under these settings; always where left out. */
  isRead?(settings: { [key: string]: Json }): boolean;
  /** What is wrong with one setting, read after its label; null where nothing is. */
  wrong(key: string, value: string): string | null;
  reach(given: SourceGiven): SourceReach;
  /** What a position says of what was there before, where that is read apart from what happens now. */
  behind?(position: Json | null): Behind | null;
  /** What a position says is not given, while the rest of its stream is read. */
  unread?(position: Json | null): readonly string[];
};

export const isPage = (one: SourcePage | Failed): one is SourcePage => "records" in one;

/** A page with nothing in it. */
export const nothing = (position: Json, more: boolean, until: Date | null): SourcePage => ({
  records: [],
  activities: [],
  refused: [],
  passedOver: 0,
  position,
  more,
  until,
});
