import { sql } from "drizzle-orm";
import { pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns";
import { person } from "./person";

/** A flag of the team's library (C5.4); names in braces, such as `{months}`, are asked for. */
export const phrase = pgTable(
  "phrase",
  {
    id: id(),
    text: text().notNull(),
    /** Null for those that came with Baton. */
    createdBy: uuid().references(() => person.id),
    createdAt: instant().notNull().defaultNow(),
    /** Out of the library since; what was flagged with it stays. */
    retiredAt: instant(),
  },
  (table) => [
    uniqueIndex("phrase_in_use").on(sql`lower(${table.text})`).where(sql`retired_at is null`),
  ],
);
