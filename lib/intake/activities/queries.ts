import { sql } from "drizzle-orm";
import { among } from "@/db/among";
import type { Transaction } from "@/db/client";
import { planKept } from "@/db/kept-plans";
import { lead } from "@/db/schema/lead";
import type { Actor } from "@/lib/access/viewer";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The ids among these that belong to a lead; what is no id belongs to none. */
export async function existingLeads(
  tx: Transaction,
  _actor: Actor,
  ids: readonly string[],
): Promise<Set<string>> {
  const wellFormed = ids.filter((id) => UUID.test(id));
  if (wellFormed.length === 0) return new Set();
  const rows = await tx.execute<{ id: string }>(
    planKept(sql`select id from lead where ${among(lead.id, wellFormed)}`),
  );
  return new Set(rows.map((row) => row.id));
}
