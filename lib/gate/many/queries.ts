import { sql } from "drizzle-orm";
import { among } from "@/db/among";
import type { Transaction } from "@/db/client";
import { planKept } from "@/db/kept-plans";
import { activity } from "@/db/schema/activity";
import type { Actor } from "@/lib/access/viewer";

/** Whether leads have more activities, all together, than `most`. Counts no further than that. */
export async function haveMoreThan(
  tx: Transaction,
  _actor: Actor,
  ids: readonly string[],
  most: number,
): Promise<boolean> {
  const [row] = await tx.execute<{ count: number }>(
    planKept(sql`
      select count(*)::int as count from (
        select from activity where ${among(activity.leadId, ids)} limit ${most + 1}::int) as counted`),
  );
  return (row?.count ?? 0) > most;
}
