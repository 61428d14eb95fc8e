import { sql } from "drizzle-orm";
import { among } from "@/db/among";
import type { Transaction } from "@/db/client";
import { planKept } from "@/db/kept-plans";
import { lead } from "@/db/schema/lead";
import type { Actor } from "@/lib/access/viewer";
import { isId } from "@/lib/platform/is-id";

/** The ids among these, in lower case, that belong to no lead; what is no id belongs to none. */
export async function unknownLeads(
  tx: Transaction,
  _actor: Actor,
  ids: readonly string[],
): Promise<Set<string>> {
  const named = [...new Set(ids.map((id) => id.toLowerCase()))];
  const wellFormed = named.filter((id) => isId(id));
  const unknown = new Set(named.filter((id): boolean => !isId(id)));
  if (wellFormed.length === 0) return unknown;
  const known = sql`${lead} where ${among(lead.id, wellFormed)}`;
  const [row] = await tx.execute<{ count: number }>(
    planKept(sql`select count(*)::int as count from ${known}`),
  );
  // As a rule all are known, and none needs to be named.
  if (row?.count === wellFormed.length) return unknown;
  const found = await tx.execute<{ id: string }>(planKept(sql`select id from ${known}`));
  const foundIds = new Set(found.map(({ id }) => id));
  for (const id of wellFormed) if (!foundIds.has(id)) unknown.add(id);
  return unknown;
}
