import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text } from "drizzle-orm/pg-core";

/**
 * How many leads need a person, by kind (O.1), and what a filter of Pending Enrichment would leave of
 * them. A trigger adds the difference in the transaction that makes it, so that nobody waits for
 * another's count; a job sums up. So each key may have several rows, and readers add.
 */
export const boardCount = pgTable(
  "board_count",
  {
    kind: text().notNull(),
    /** What is told apart: 'all' of the kind, or a missing field, a provider's answer, a channel. */
    facet: text({ enum: ["all", "missing", "answer", "channel"] }).notNull(),
    /** Which field, answer or channel; '' of all. */
    value: text().notNull(),
    leads: integer().notNull(),
    /** False as added; true once the rows of its key were added up. */
    summed: boolean().notNull().default(false),
  },
  (table) => [
    index().on(table.kind, table.facet),
    index("board_count_added").on(table.kind).where(sql`not summed`),
  ],
);
