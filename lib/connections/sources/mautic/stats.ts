import { z } from "zod";
import { type Failed, isFailed, unreadable } from "@/lib/enrichment/http/http";
import { asObject, type Loose } from "@/lib/intake/tracking/loose";
import { timeOf } from "../their-time";
import type { MauticAccount } from "./account";
import { askMautic } from "./ask";

const page = z.object({ stats: z.array(z.unknown()) });

/** A condition on a table's lines: a column, how it is compared, and with what. */
export type Condition = readonly [column: string, comparison: string, value: string];

/**
 * Lines of one of Mautic's tables, by number: GET /api/stats/{table}. 'denied' where this user may not
 * see it, which is answered there as an error inside of a 200.
 */
export async function statLines(
  account: MauticAccount,
  table: "audit_log" | "page_hits",
  conditions: readonly Condition[],
  { limit, now }: { limit: number; now: Date },
  signal: AbortSignal,
): Promise<{ lines: Loose[]; time: number } | "denied" | Failed> {
  const where = conditions.flatMap(([column, comparison, value], index) => [
    [`where[${index}][col]`, column],
    [`where[${index}][expr]`, comparison],
    [`where[${index}][val]`, value],
  ]);
  const query = {
    ...Object.fromEntries(where),
    "order[0][col]": "id",
    "order[0][dir]": "ASC",
    limit: String(limit),
  };
  const reply = await askMautic(account, `/api/stats/${table}`, query, signal);
  if (isFailed(reply)) return reply.cause === "refused" ? "denied" : reply;
  const { errors, availableTables } = asObject(reply.json);
  if (errors || availableTables) return "denied";
  const told = page.safeParse(reply.json).data;
  if (!told) return unreadable();
  return { lines: told.stats.map(asObject), time: timeOf(reply, now) };
}
