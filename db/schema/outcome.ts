import { jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Json } from "@/lib/standard/field";
import { id, instant } from "./columns";
import { lead } from "./lead";

/** A deal that a lead became. What else the sending system said of it is kept as it came. */
export const outcome = pgTable("outcome", {
  id: id(),
  leadId: uuid()
    .notNull()
    .unique()
    .references(() => lead.id),
  wonAt: instant().notNull(),
  detail: jsonb().$type<{ [key: string]: Json }>().notNull(),
  source: text().notNull(),
  recordedAt: instant().notNull(),
});
