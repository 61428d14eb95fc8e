import { sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { boardCount } from "@/db/schema/board";
import type { SystemActor } from "@/lib/access/viewer";

/**
 * Adds up the rows of each of the board's counts to one. Each of two that run at once adds up only
 * what it took away itself, so no count is lost or doubled.
 */
export async function sumUpBoard(_actor: SystemActor): Promise<void> {
  await transaction((tx) =>
    tx.execute(sql`
      with gone as (
        delete from ${boardCount} where (kind, facet, value) in (
          select kind, facet, value from ${boardCount} where not summed)
        returning kind, facet, value, leads)
      insert into ${boardCount} (kind, facet, value, leads, summed)
      select kind, facet, value, sum(leads), true
      from gone group by kind, facet, value having sum(leads) <> 0`),
  );
}
