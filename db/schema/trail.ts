import { date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { TrailEdits } from "@/lib/trail/edits/edits";
import { ACTIVITY_CHOICES } from "@/lib/trail/exclusion/choices";
import { id, instant, refersTo } from "./columns";
import { lead } from "./lead";
import { person } from "./person";

/** The versions of what the exclusion rules go by (X); the newest one is in force. */
export const trailSetting = pgTable("trail_setting", {
  version: integer().primaryKey(),
  /** As `exclusionInput` reads it: what it lacks is at its default. */
  settings: jsonb().$type<object>().notNull(),
  /** What was changed, in the author's words. */
  reason: text(),
  createdBy: uuid().references(() => person.id),
  createdAt: instant().notNull(),
});

/** What a person chose for one activity, against the rules or beside them (X.6). */
export const activityChoice = pgTable(
  "activity_choice",
  {
    leadId: refersTo(() => lead.id),
    activityId: uuid().notNull(),
    choice: text({ enum: ACTIVITY_CHOICES }).notNull(),
    /** The rule that it was brought back from; null where none left it out. */
    rule: text(),
    words: text(),
    personId: refersTo(() => person.id),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.leadId, table.activityId] }),
    index().on(table.at, table.choice, table.rule),
  ],
);

/**
 * Every version of what people made of a lead's curated trail (O.2); the highest is the current
 * one, and an undone one is written again as the next.
 */
export const trailEdit = pgTable(
  "trail_edit",
  {
    leadId: refersTo(() => lead.id),
    version: integer().notNull(),
    /** The whole of it, as it stands from here on. */
    edits: jsonb().$type<TrailEdits>().notNull(),
    /** What was done: 'pin', 'reword', 'undo' and the like. */
    verb: text().notNull(),
    personId: refersTo(() => person.id),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.leadId, table.version] })],
);

/**
 * How many activities each rule took out, by the day from which it did; `rule` is 'kept' for those
 * that none did. Only ever appended to, so that no two judgings wait for each other, and now and
 * then summed up by a job: the sum of all rows of a rule and day is what counts.
 */
export const exclusionCount = pgTable(
  "exclusion_count",
  {
    id: id(),
    day: date().notNull(),
    rule: text().notNull(),
    count: integer().notNull(),
  },
  (table) => [index().on(table.day)],
);

/** Tracked events that none of our kinds fits, counted like `exclusion_count`. */
export const unreadEvent = pgTable(
  "unread_event",
  {
    id: id(),
    source: text().notNull(),
    event: text().notNull(),
    day: date().notNull(),
    count: integer().notNull(),
    lastAt: instant().notNull(),
  },
  (table) => [index().on(table.day)],
);
