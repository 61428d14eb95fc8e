import { sql } from "drizzle-orm";
import { among } from "@/db/among";
import type { Transaction } from "@/db/client";
import { planKept } from "@/db/kept-plans";
import { lead } from "@/db/schema/lead";
import type { Actor } from "@/lib/access/viewer";
import { isId } from "@/lib/platform/is-id";

/**
 * Leads that were found before: nobody may delete one (`grant`), and one that is named from outside was
 * committed. Most events are of leads that did something lately, and to look for each again is dear.
 */
const found = new Set<string>();
const MOST_FOUND = 100_000;

/** The ids among these, in lower case, that belong to no lead; what is no id belongs to none. */
export async function unknownLeads(
  tx: Transaction,
  _actor: Actor,
  ids: readonly string[],
): Promise<Set<string>> {
  const unknown = new Set<string>();
  for (const id of ids) if (!found.has(id.toLowerCase())) unknown.add(id.toLowerCase());
  const wellFormed = [...unknown].filter((id) => isId(id));
  if (wellFormed.length === 0) return unknown;
  const rows = await tx.execute<{ id: string }>(
    planKept(sql`select id from ${lead} where ${among(lead.id, wellFormed)}`),
  );
  if (found.size + rows.length > MOST_FOUND) found.clear();
  for (const { id } of rows) {
    unknown.delete(id);
    found.add(id);
  }
  return unknown;
}
