import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { FAILURE_CAUSES } from "@/lib/enrichment/provider";
import type { Json } from "@/lib/standard/field";
import { instant, refersTo } from "./columns";
import { connection } from "./connection";

const ofConnection = () => refersTo(() => connection.id);

/**
 * How far one stream of a connected system has been read. The position is written in the transaction
 * that takes its page in, so that a crash repeats one page at most.
 */
export const sourceStream = pgTable(
  "source_stream",
  {
    connectionId: ofConnection(),
    /** Such as 'contacts'; the system's own word for it. */
    stream: text().notNull(),
    /** Where reading goes on, in the system's own terms; null before the first page. */
    position: jsonb().$type<Json>(),
    /** Grows with each page: a page that was asked for under an older one is not taken in. */
    version: integer().notNull().default(0),
    /** When it is looked through for changes next, or was to be. */
    dueAt: instant().notNull(),
    /** After a failure nothing is asked until then. */
    restsUntil: instant(),
    /** Somebody reads it now, until then at the longest. */
    heldUntil: instant(),
    /** What was there before the connection was made has been read. */
    caughtUpAt: instant(),
    /** Everything that changed there until then has been read. */
    readUntil: instant(),
    readAt: instant(),
    /** How many records and activities came in so far. */
    taken: integer().notNull().default(0),
    /** How many could not be read. */
    refused: integer().notNull().default(0),
    /** What the last page with anything in it brought. */
    words: text(),
    wordsAt: instant(),
    /** Why the last try failed; all null once one has not. */
    cause: text({ enum: FAILURE_CAUSES }),
    failure: text(),
    /** Since when it has failed each time. */
    failedAt: instant(),
    failures: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.stream] }),
    index("source_stream_due").on(table.dueAt),
  ],
);

/** A record that a system said has changed, and that is still to be read back. */
export const sourceChange = pgTable(
  "source_change",
  {
    connectionId: ofConnection(),
    stream: text().notNull(),
    recordId: text().notNull(),
    /** Another each time it changes: what changed again while it was read is read once more. */
    mark: uuid().notNull().default(sql`gen_random_uuid()`),
    notedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.stream, table.recordId] }),
    index("source_change_first").on(table.connectionId, table.stream, table.notedAt),
  ],
);

/** The state in which a record was last read, so that an older one never overwrites it. */
export const sourceRecord = pgTable(
  "source_record",
  {
    connectionId: ofConnection(),
    stream: text().notNull(),
    recordId: text().notNull(),
    changedAt: instant().notNull(),
    /** The record that it takes values from, such as a contact's company. */
    parentId: text(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.stream, table.recordId] }),
    index("source_record_of_parent")
      .on(table.connectionId, table.stream, table.parentId)
      .where(sql`parent_id is not null`),
  ],
);

/** A record that was said to have changed and that the other side refuses to tell of. */
export const sourceRefusal = pgTable(
  "source_refusal",
  {
    connectionId: ofConnection(),
    stream: text().notNull(),
    recordId: text().notNull(),
    refusedSince: instant().notNull(),
    /** Why, in the words of its last refusal. */
    reason: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.stream, table.recordId] })],
);
