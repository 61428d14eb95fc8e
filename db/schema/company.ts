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
    ownerId: uuid().references(() => person.id),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [index().on(table.ownerId)],
);
