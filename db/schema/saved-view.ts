import { sql } from "drizzle-orm";
import { boolean, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, refersTo } from "./columns";
import { person } from "./person";

/** A queue as a rep set it up and named it: the query of its address (Q.1). */
export const savedView = pgTable(
  "saved_view",
  {
    id: id(),
    personId: refersTo(() => person.id),
    name: text().notNull(),
    query: text().notNull(),
    /** What the queue opens with; one at most. */
    opens: boolean().notNull().default(false),
    createdAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex("saved_view_name").on(table.personId, sql`lower(${table.name})`),
    uniqueIndex("saved_view_opens").on(table.personId).where(sql`opens`),
  ],
);
