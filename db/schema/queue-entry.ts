import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, uuid } from "drizzle-orm/pg-core";
import { instant, refersTo } from "./columns";
import { handoff } from "./handoff";
import { lead } from "./lead";
import { person } from "./person";

/**
 * Where each lead's current handoff stands in its owner's queue (Q.1). The database keeps it, from
 * `lead.handoff_id`, `attempt` and `decision`, in the transaction that changes those; nobody else
 * writes here. So a queue's first page is read in its order, however long the past of the rep is.
 */
export const queueEntry = pgTable(
  "queue_entry",
  {
    leadId: uuid()
      .primaryKey()
      .references(() => lead.id, { onDelete: "cascade" }),
    handoffId: uuid()
      .notNull()
      .unique()
      .references(() => handoff.id, { onDelete: "cascade" }),
    ownerId: refersTo(() => person.id),
    routedAt: instant().notNull(),
    windowSeconds: integer().notNull(),
    /** The earliest attempt since the routing. */
    triedAt: instant(),
    decidedAt: instant(),
    accepted: boolean(),
  },
  (table) => [
    // In the order of urgency; what follows is asked of many rows, and read with the index.
    index("queue_untried")
      .on(
        table.ownerId,
        table.routedAt.desc().nullsFirst(),
        table.handoffId,
        table.windowSeconds,
        table.leadId,
      )
      .where(sql`decided_at is null and tried_at is null`),
    index("queue_tried")
      .on(table.ownerId, table.routedAt.desc().nullsFirst(), table.handoffId, table.triedAt)
      .where(sql`decided_at is null and tried_at is not null`),
    index("queue_decided")
      .on(table.ownerId, table.accepted, table.decidedAt, table.handoffId)
      .where(sql`decided_at is not null`),
  ],
);
