import { jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import {
  ACTIVITY_KINDS,
  type ActivityDetails,
  type ActivityKind,
} from "@/lib/intake/activities/activity";
import { instant } from "./columns";

/** Raw events, append-only, partitioned by month of `occurredAt` (the migration says so). */
export const activity = pgTable(
  "activity",
  {
    id: uuid().notNull().defaultRandom(),
    leadId: uuid().notNull(),
    kind: text({ enum: ACTIVITY_KINDS }).notNull(),
    occurredAt: instant().notNull(),
    receivedAt: instant().notNull(),
    source: text().notNull(),
    userAgent: text(),
    product: text(),
    details: jsonb().$type<ActivityDetails[ActivityKind]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.leadId, table.occurredAt, table.id] })],
);

/**
 * One row per source and message, so that a repeat is dropped even where the corrected time of a
 * retried message differs by milliseconds and would fall beside its first copy. The message comes first
 * in the key: next to all receipts differ in it, and share their source with a great many.
 */
export const activityReceipt = pgTable(
  "activity_receipt",
  {
    source: text().notNull(),
    messageId: text().notNull(),
    receivedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.messageId, table.source] })],
);

/**
 * What an anonymous visitor did, kept until the visitor says who they are. One index for both: each
 * is paid for by every event that comes.
 */
export const anonymousActivity = pgTable(
  "anonymous_activity",
  {
    id: uuid().notNull().defaultRandom(),
    /** The visitor, as `anonymous:…` or `user:…`. */
    visitor: text().notNull(),
    kind: text({ enum: ACTIVITY_KINDS }).notNull(),
    occurredAt: instant().notNull(),
    receivedAt: instant().notNull(),
    source: text().notNull(),
    userAgent: text(),
    product: text(),
    details: jsonb().$type<ActivityDetails[ActivityKind]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.visitor, table.id] })],
);
