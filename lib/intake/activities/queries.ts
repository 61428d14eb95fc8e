import { sql } from "drizzle-orm";
import { among } from "@/db/among";
import type { Transaction } from "@/db/client";
import { planKept } from "@/db/kept-plans";
import { lead } from "@/db/schema/lead";
import type { Actor } from "@/lib/access/viewer";
import { isId } from "@/lib/platform/is-id";

/**
 * Leads that were found before: no role of ours may delete one (`grant`), and one that is named from
 * outside was committed. Most events are of leads that did something lately, and to look for each again
 * is dear. The database's owner may delete: `asOf` is how often that had happened when these were found.
 */
const found = new Set<string>();
let asOf: number | null = null;
const MOST_FOUND = 100_000;

/** Ids, in lower case, that belong to no lead; `asOf` is null where all of them were looked up just now. */
type Unknown = { ids: Set<string>; asOf: number | null };

/**
 * Which of these ids belong to no lead; what is no id belongs to none. `trusting` those that were found
 * before: whoever relies on it asks in the same statement whether leads were removed since (`asOf`).
 */
export async function unknownLeads(
  tx: Transaction,
  actor: Actor,
  ids: readonly string[],
  trusting: boolean,
): Promise<Unknown> {
  const unknown = new Set<string>();
  let trusts = false;
  for (const id of ids) {
    if (trusting && found.has(id.toLowerCase())) trusts = true;
    else unknown.add(id.toLowerCase());
  }
  const wellFormed = [...unknown].filter((id) => isId(id));
  if (wellFormed.length === 0) return { ids: unknown, asOf: trusts ? asOf : null };
  const rows = await tx.execute<{ times: number; id: string | null }>(
    planKept(sql`
      select times, ${lead.id} from lead_removal
      left join ${lead} on ${among(lead.id, wellFormed)}`),
  );
  const times = rows[0]?.times ?? null;
  if (times !== asOf) {
    found.clear();
    asOf = times;
    if (trusts) return unknownLeads(tx, actor, ids, false);
  }
  if (found.size + rows.length > MOST_FOUND) found.clear();
  for (const { id } of rows) {
    if (id === null) continue;
    unknown.delete(id);
    found.add(id);
  }
  return { ids: unknown, asOf: trusts ? asOf : null };
}
