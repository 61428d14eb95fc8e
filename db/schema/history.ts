import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Json } from "@/lib/standard/field";
import { id, instant } from "./columns";

/** Who did what, before and after. Written in the transaction it tells of. */
export const history = pgTable(
  "history",
  {
    id: id(),
    at: instant().notNull(),
    /** `person`, or the system actor's kind; `actorName` is how it is shown. */
    actorKind: text().notNull(),
    actorId: uuid(),
    actorName: text().notNull(),
    verb: text().notNull(),
    subject: text().notNull(),
    subjectId: text().notNull(),
    before: jsonb().$type<Json>(),
    after: jsonb().$type<Json>(),
  },
  (table) => [index().on(table.subject, table.subjectId, table.at)],
);
