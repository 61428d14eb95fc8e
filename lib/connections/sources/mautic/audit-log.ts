import { z } from "zod";
import { type Failed, failed, isFailed, unreadable } from "@/lib/enrichment/http";
import { asObject, type Loose } from "@/lib/intake/tracking/loose";
import { timeOf } from "../their-time";
import type { MauticAccount } from "./account";
import { askMautic } from "./ask";

const page = z.object({ stats: z.array(z.unknown()) });

/** A condition on the log's lines: a column, how it is compared, and with what. */
export type Condition = readonly [column: string, comparison: string, value: string];

/**
 * Lines of Mautic's audit log that say a contact was merged, by number: GET /api/stats/audit_log, which
 * administrators may read. What may not be read is answered there as an error inside of a 200.
 */
export async function mergesLogged(
  account: MauticAccount,
  conditions: readonly Condition[],
  { limit, now }: { limit: number; now: Date },
  signal: AbortSignal,
): Promise<{ lines: Loose[]; time: number } | Failed> {
  const all: Condition[] = [["object", "eq", "lead"], ["action", "eq", "merge"], ...conditions];
  const where = all.flatMap(([column, comparison, value], index) => [
    [`where[${index}][col]`, column],
    [`where[${index}][expr]`, comparison],
    [`where[${index}][val]`, value],
  ]);
  const query = {
    ...Object.fromEntries(where),
    ...{ "order[0][col]": "id", "order[0][dir]": "ASC", limit: String(limit) },
  };
  const reply = await askMautic(account, "/api/stats/audit_log", query, signal);
  if (isFailed(reply)) return reply.cause === "refused" ? DENIED : reply;
  const { errors, availableTables } = asObject(reply.json);
  if (errors || availableTables) return DENIED;
  const told = page.safeParse(reply.json).data;
  if (!told) return unreadable();
  return { lines: told.stats.map(asObject), time: timeOf(reply, now) };
}

const DENIED = failed(
  "refused",
  "Shows its audit log to administrators only, which says who was merged.",
);
