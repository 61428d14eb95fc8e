import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { MapEntry, MapFault } from "@/lib/connections/crm/map/entry";
import type { Marks } from "@/lib/connections/crm/reading/marks";
import { OUTGOING_KINDS } from "@/lib/connections/outbox/outgoing";
import { FAILURE_CAUSES } from "@/lib/enrichment/provider";
import { DELIVERY_STATES } from "@/lib/notices/delivery-state";
import { id, instant, refersTo } from "./columns";
import { connection } from "./connection";
import { handoff } from "./handoff";
import { lead } from "./lead";
import { note } from "./note";

/**
 * What a CRM is to be told, written in the transaction that gives it something to be told (K.3).
 * A row hangs on a handoff, which only the gate lets through, so that no held lead goes out.
 */
export const outgoing = pgTable(
  "outgoing",
  {
    id: id(),
    connectionId: refersTo(() => connection.id),
    handoffId: uuid().notNull(),
    leadId: uuid().notNull(),
    kind: text({ enum: OUTGOING_KINDS }).notNull(),
    noteId: uuid().references(() => note.id),
    /** Tells one event from the next, so that each goes out once. */
    occasion: text().notNull(),
    state: text({ enum: DELIVERY_STATES }).notNull().default("waiting"),
    /** How often it was really tried. */
    tries: integer().notNull().default(0),
    at: instant().notNull(),
    dueAt: instant().notNull(),
    triedAt: instant(),
    settledAt: instant(),
    /** Why the last try failed, or why it was not sent. */
    cause: text({ enum: FAILURE_CAUSES }),
    words: text(),
  },
  (table) => [
    foreignKey({
      columns: [table.handoffId, table.leadId],
      foreignColumns: [handoff.id, handoff.leadId],
    }),
    unique("outgoing_once").on(table.connectionId, table.occasion),
    index("outgoing_waiting")
      .on(table.connectionId, table.leadId, table.at)
      .where(sql`state = 'waiting'`),
    // What is sent next: the sent ones of months lie before it in the list of all.
    index("outgoing_next").on(table.connectionId, table.at, table.id).where(sql`state = 'waiting'`),
    // The list of a connection (K.5), the latest first.
    index("outgoing_listed").on(table.connectionId, table.at, table.id),
    index("outgoing_failed").on(table.connectionId, table.at).where(sql`state = 'failed'`),
    index().on(table.connectionId, table.triedAt),
    index().on(table.handoffId),
  ],
);

/** What is known of a CRM beside its connection: its field map, and where reading back has come to. */
export const crm = pgTable("crm", {
  connectionId: uuid()
    .primaryKey()
    .references(() => connection.id),
  entries: jsonb().$type<MapEntry[]>().notNull().default([]),
  /** What of the map is no longer as it was when it was saved; nothing goes out meanwhile. */
  faults: jsonb().$type<MapFault[]>().notNull().default([]),
  checkedAt: instant(),
  /** One process at a time sends by it, until then at the longest. */
  heldUntil: instant(),
  /** Everything that changed there until then was read back. */
  readUntil: instant(),
  /** The same list by list, with where one goes on that was cut off. */
  readMarks: jsonb().$type<Marks>().notNull().default({}),
  readAt: instant(),
});

/** The record that a lead has in a CRM, and what was last read of it. */
export const crmRecord = pgTable(
  "crm_record",
  {
    connectionId: refersTo(() => connection.id),
    leadId: refersTo(() => lead.id),
    /** Such as 'Lead' or 'Contact'. */
    object: text().notNull(),
    recordId: text().notNull(),
    ownerName: text(),
    ownerEmail: text(),
    stage: text(),
    /** What a router there last said; it stays as it is when a person changes the owner later. */
    routerReason: text(),
    dealId: text(),
    /** What its fields were last given, so that it is not taken for news where the CRM is read, too. */
    written: jsonb().$type<{ readonly [field: string]: string }>().notNull().default({}),
    changedAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.leadId] }),
    index().on(table.connectionId, table.dealId),
    index().on(table.recordId),
  ],
);
