import { sql } from "drizzle-orm";
import { check, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Json } from "@/lib/standard/field";
import { id, instant } from "./columns";
import { lead } from "./lead";

/** What a lead became: an opportunity, a deal. What else the sending system said is kept as it came. */
export const outcome = pgTable(
  "outcome",
  {
    id: id(),
    leadId: uuid()
      .notNull()
      .unique()
      .references(() => lead.id),
    /** When it became an opportunity, where the sender says so; a won deal was one all the same. */
    opportunityAt: instant(),
    /** Null while it is no more than an opportunity. */
    wonAt: instant(),
    detail: jsonb().$type<{ [key: string]: Json }>().notNull(),
    source: text().notNull(),
    recordedAt: instant().notNull(),
  },
  (table) => [
    check(
      "outcome_says_something",
      sql`${table.opportunityAt} is not null or ${table.wonAt} is not null`,
    ),
  ],
);
