import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { outcome } from "@/db/schema/outcome";
import type { Actor } from "@/lib/access/viewer";
import type { RecordedOutcome } from "./same-outcome";

/** The deals that these leads became, by lead. */
export async function outcomesOf(
  tx: Transaction,
  _actor: Actor,
  leadIds: readonly string[],
): Promise<Map<string, RecordedOutcome>> {
  if (leadIds.length === 0) return new Map();
  const rows = await tx
    .select({
      leadId: outcome.leadId,
      opportunityAt: outcome.opportunityAt,
      wonAt: outcome.wonAt,
      detail: outcome.detail,
    })
    .from(outcome)
    .where(inArray(outcome.leadId, [...leadIds]));
  return new Map(rows.map(({ leadId, ...recorded }) => [leadId, recorded]));
}
