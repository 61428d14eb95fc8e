import { sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import type { SystemActor } from "@/lib/access/viewer";
import { CATEGORY_KEYS } from "@/lib/standard/categories";
import { FIELD_PLACES } from "@/lib/standard/field-states";

/** An array of the sums of a column's first `length` places. */
const sums = (column: "complete" | "fields", length: number) =>
  sql.raw(
    `array[${Array.from({ length }, (_, at) => `sum(coalesce(${column}[${at + 1}], 0))`).join(", ")}]`,
  );

/**
 * Adds up the rows of each day and value to one. Each of two that run at once adds up only what it
 * took away itself, so no count is lost or doubled.
 */
export async function sumUpTrends(_actor: SystemActor): Promise<void> {
  await transaction((tx) =>
    tx.execute(sql`
      with gone as (
        delete from trend_count where (day, dimension, value) in (
          select day, dimension, value from trend_count where not summed)
        returning day, dimension, value, handoffs, warm, complete, fields)
      insert into trend_count (day, dimension, value, handoffs, warm, complete, fields, summed)
      select day, dimension, value, sum(handoffs), sum(warm),
        ${sums("complete", CATEGORY_KEYS.length)},
        ${sums("fields", Object.keys(FIELD_PLACES).length)}, true
      from gone group by day, dimension, value`),
  );
}
