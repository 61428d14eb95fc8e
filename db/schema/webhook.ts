import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { WEBHOOK_STATES } from "@/lib/connections/senders/state";
import { id, instant, refersTo } from "./columns";
import { connection } from "./connection";

/**
 * What a system that calls us sent, as it came and before anything is made of it: it is answered
 * once it is here. The same event is kept once (`key`).
 */
export const webhookEvent = pgTable(
  "webhook_event",
  {
    id: id(),
    connectionId: refersTo(() => connection.id),
    key: text().notNull(),
    receivedAt: instant().notNull(),
    body: text().notNull(),
    state: text({ enum: WEBHOOK_STATES }).notNull().default("waiting"),
    /** What became of it, in words; while it waits, what its last try failed of. */
    words: text(),
    takenAt: instant(),
  },
  (table) => [
    unique().on(table.connectionId, table.key),
    index("webhook_event_of_day").on(table.connectionId, table.receivedAt),
    index("webhook_event_waiting").on(table.receivedAt).where(sql`state = 'waiting'`),
  ],
);

/**
 * How often a connection refused a call in an hour, by the reason that the caller was told, and when
 * last. Of what was sent nothing is kept: nobody proved to have sent it.
 */
export const webhookRefusal = pgTable(
  "webhook_refusal",
  {
    connectionId: refersTo(() => connection.id),
    reason: text().notNull(),
    hour: instant().notNull(),
    at: instant().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.reason, table.hour] })],
);
