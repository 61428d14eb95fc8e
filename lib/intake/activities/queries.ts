import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { planKept } from "@/db/kept-plans";
import { lead } from "@/db/schema/lead";
import type { Actor } from "@/lib/access/viewer";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The ids among these, in lower case, that belong to no lead; what is no id belongs to none. */
export async function unknownLeads(
  tx: Transaction,
  _actor: Actor,
  ids: readonly string[],
): Promise<Set<string>> {
  const wellFormed = ids.filter((id) => UUID.test(id));
  const unknown = new Set(ids.filter((id) => !UUID.test(id)).map((id) => id.toLowerCase()));
  if (wellFormed.length === 0) return unknown;
  // Looked up one by one: a join is planned as if every lead might be among them. As a rule nothing
  // comes back, which is read sooner than every id.
  const rows = await tx.execute<{ id: string }>(
    planKept(sql`
      select given as id from unnest(${sql.param(wellFormed)}::uuid[]) as x(given)
      where (select true from ${lead} where ${lead.id} = given) is null`),
  );
  for (const { id } of rows) unknown.add(id);
  return unknown;
}
