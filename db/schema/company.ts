import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns";
import { person } from "./person";

/** One company, met by registrable domain. `ownerId` is the account's owner among the reps. */
export const company = pgTable(
  "company",
  {
    id: id(),
    name: text().notNull(),
    domain: text().unique(),
    /** The normalised name without case, accents, spaces and signs: where spellings may meet. */
    nameKey: text(),
    /** The switchboard in E.164, so that a lead's number can be told from it (C1.5). */
    switchboard: text(),
    ownerId: uuid().references(() => person.id),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [index().on(table.ownerId), index().on(table.nameKey)],
);
