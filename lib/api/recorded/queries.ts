import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { authorize } from "@/lib/access/permissions";
import type { Actor } from "@/lib/access/viewer";

/**
 * The instant (PostgreSQL's text) before which nothing is recorded any more: what is being written now is
 * recorded after its transaction began. Asked in a statement before the one that lists, which then sees
 * whatever ended in between. Transactions of the application alone count, which its role may see.
 */
export async function recordedUntil(actor: Actor, tx: Transaction | typeof db = db) {
  authorize(actor, "see every lead");
  const [row] = await tx.execute<{ until: string }>(sql`
    select least(statement_timestamp(), min(xact_start))::text as until from pg_stat_activity
    where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()`);
  if (!row) throw new Error("The database told no time.");
  return row.until;
}
