import { sql } from "drizzle-orm";
import { bigint, customType, index, pgTable } from "drizzle-orm/pg-core";
import { instant, refersTo } from "./columns";
import { lead } from "./lead";
import { person } from "./person";

/** A transaction's number that never wraps around. */
const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/**
 * That something about a lead in somebody's queue changed; what, its row tells. Written by triggers
 * on what a queue shows, forgotten after a day. The transaction's number, and not the row's, says
 * what a reader has seen: numbers of rows are drawn long before their transaction commits.
 */
export const queueChange = pgTable(
  "queue_change",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    ownerId: refersTo(() => person.id),
    leadId: refersTo(() => lead.id),
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    at: instant().notNull().defaultNow(),
  },
  (table) => [index().on(table.ownerId, table.xid), index().on(table.at)],
);
