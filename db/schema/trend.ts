import { sql } from "drizzle-orm";
import { boolean, date, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { DIMENSION_NAMES } from "@/lib/audit/trends/dimension";

/**
 * How complete the handoffs of a day (UTC) were: in all, and by rep, campaign, source, segment and
 * version of the standard. A trigger adds rows in the transaction that routes, so that nobody waits
 * for another's count; a job sums them up. So each key may have several rows, and readers add.
 */
export const trendCount = pgTable(
  "trend_count",
  {
    day: date().notNull(),
    dimension: text({ enum: DIMENSION_NAMES }).notNull(),
    /** Which rep, campaign and so on; '' where it is not known, or of no segment. */
    value: text().notNull(),
    handoffs: integer().notNull(),
    /** How many had all five categories complete (G.4). */
    warm: integer().notNull(),
    /** How many had each category complete, in the order of the categories. */
    complete: integer().array().notNull(),
    /** How many had each field as the standard asks, at the field's place in `field-states.ts`. */
    fields: integer().array().notNull(),
    /** False as added; true once the rows of its key were added up. */
    summed: boolean().notNull().default(false),
  },
  (table) => [
    index().on(table.dimension, table.day),
    index("trend_count_added").on(table.day).where(sql`not summed`),
  ],
);
