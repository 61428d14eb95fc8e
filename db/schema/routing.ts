import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns";
import { handoff } from "./handoff";
import { person } from "./person";

/** The versions of the routing rules (C5.2); the newest one is in force. */
export const routingSetting = pgTable("routing_setting", {
  version: integer().primaryKey(),
  settings: jsonb().$type<object>().notNull(),
  /** What was changed, in the author's words. */
  reason: text(),
  createdBy: uuid().references(() => person.id),
  createdAt: instant().notNull(),
});

/** What each rep is owed by the turns so far, in millionths of a lead; all of them sum up to 0. */
export const routingCredit = pgTable("routing_credit", {
  personId: uuid()
    .primaryKey()
    .references(() => person.id),
  credit: integer().notNull(),
});

/** A handoff that no rule found anybody for, until somebody has looked into it. */
export const fallbackRouting = pgTable(
  "fallback_routing",
  {
    id: id(),
    handoffId: uuid()
      .notNull()
      .unique()
      .references(() => handoff.id),
    at: instant().notNull(),
    settledAt: instant(),
    settledBy: uuid().references(() => person.id),
  },
  (table) => [index().on(table.settledAt, table.at)],
);
