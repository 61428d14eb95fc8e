import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns";
import { lead } from "./lead";
import { person } from "./person";

/** Every version of a lead's summary (C3.9, O.3); the highest version is the current one. */
export const summaryVersion = pgTable(
  "summary_version",
  {
    id: id(),
    leadId: uuid()
      .notNull()
      .references(() => lead.id),
    version: integer().notNull(),
    text: text().notNull(),
    /** True where the text is the draft as it was made, approved without a change. */
    asDrafted: boolean().notNull(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    at: instant().notNull(),
  },
  (table) => [uniqueIndex().on(table.leadId, table.version)],
);

/** One sentence from marketing ops, or a flag; taken back, never deleted (C5.4, X.6). */
export const note = pgTable(
  "note",
  {
    id: id(),
    leadId: uuid()
      .notNull()
      .references(() => lead.id),
    kind: text({ enum: ["note", "flag"] }).notNull(),
    text: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    at: instant().notNull(),
    withdrawnAt: instant(),
  },
  (table) => [index().on(table.leadId, table.at)],
);
