import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { DELIVERY_STATES } from "@/lib/notices/delivery-state";
import { NOTICE_KIND_NAMES } from "@/lib/notices/kinds";
import type { FieldId } from "@/lib/standard/categories";
import { id, instant, refersTo } from "./columns";
import { connection } from "./connection";
import { handoff } from "./handoff";
import { lead } from "./lead";
import { person } from "./person";

/** One thing that one person is to be told of, once; written in the transaction that causes it. */
export const notice = pgTable(
  "notice",
  {
    id: id(),
    kind: text({ enum: NOTICE_KIND_NAMES }).notNull(),
    personId: refersTo(() => person.id),
    /** Null where it is about no single lead: then it brings its words. */
    leadId: uuid().references(() => lead.id),
    handoffId: uuid().references(() => handoff.id),
    fieldId: text().$type<FieldId>(),
    /** Tells one event from the next. */
    occasion: text().notNull(),
    /** The title and the lines of one that is about no single lead. */
    words: text().array(),
    at: instant().notNull(),
    /** When a correction was read where it stands, on the lead's page. */
    seenAt: instant(),
  },
  (table) => [
    unique("notice_once").on(table.personId, table.kind, table.occasion),
    index().on(table.at),
    check("notice_is_of_something", sql`${table.leadId} is not null or ${table.words} is not null`),
    index("correction_unseen")
      .on(table.handoffId, table.personId)
      .where(sql`kind = 'correction' and seen_at is null`),
  ],
);

/** A notice on its way through one connection. Its state is a claim: only who holds it may send. */
export const noticeDelivery = pgTable(
  "notice_delivery",
  {
    id: id(),
    noticeId: uuid()
      .notNull()
      .references(() => notice.id, { onDelete: "cascade" }),
    connectionId: refersTo(() => connection.id),
    /** A rule asked for this channel, whatever the person has chosen. */
    byRule: boolean().notNull().default(false),
    state: text({ enum: DELIVERY_STATES }).notNull().default("waiting"),
    /** How often it was really tried. */
    tries: integer().notNull().default(0),
    dueAt: instant().notNull(),
    /** Somebody is sending it, until then at the longest. */
    claimedUntil: instant(),
    triedAt: instant(),
    settledAt: instant(),
    /** Why the last try failed, or why it was not sent. */
    words: text(),
  },
  (table) => [
    unique("delivery_once").on(table.noticeId, table.connectionId),
    index().on(table.connectionId, table.triedAt),
    index("delivery_not_settled").on(table.dueAt).where(sql`state = 'waiting'`),
    index("delivery_failed").on(table.noticeId).where(sql`state = 'failed'`),
  ],
);

/** That a person wants to be told of a kind through a connection; no row, no. */
export const noticeChoice = pgTable(
  "notice_choice",
  {
    personId: refersTo(() => person.id),
    kind: text({ enum: NOTICE_KIND_NAMES }).notNull(),
    connectionId: refersTo(() => connection.id),
  },
  (table) => [primaryKey({ columns: [table.personId, table.kind, table.connectionId] })],
);

/** When a person is left alone, in their own time zone. Minutes of the day. */
export const noticeSetting = pgTable(
  "notice_setting",
  {
    personId: uuid()
      .primaryKey()
      .references(() => person.id),
    /** Everything off, with the choices kept. */
    off: boolean().notNull().default(false),
    quietFrom: smallint(),
    quietUntil: smallint(),
    quietWeekends: boolean().notNull().default(false),
    updatedAt: instant().notNull(),
  },
  (table) => [
    check(
      "quiet_hours_are_a_span",
      sql`(${table.quietFrom} is null) = (${table.quietUntil} is null) and (${table.quietFrom} is null or ${table.quietFrom} <> ${table.quietUntil})`,
    ),
    check(
      "quiet_hours_are_of_a_day",
      sql`${table.quietFrom} between 0 and 1439 and ${table.quietUntil} between 0 and 1439`,
    ),
  ],
);
