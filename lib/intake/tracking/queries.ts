import { and, eq } from "drizzle-orm";
import { among, amongTexts } from "@/db/among";
import type { Transaction } from "@/db/client";
import { anonymousActivity } from "@/db/schema/activity";
import { leadIdentity } from "@/db/schema/lead";
import type { Actor } from "@/lib/access/viewer";

/** Those of the visitors (`anonymous:…`, `user:…`) whose activities wait for a lead. */
export async function waitingVisitors(
  tx: Transaction,
  _actor: Actor,
  visitors: readonly string[],
): Promise<Set<string>> {
  if (visitors.length === 0) return new Set();
  const rows = await tx
    .selectDistinct({ visitor: anonymousActivity.visitor })
    .from(anonymousActivity)
    .where(amongTexts(anonymousActivity.visitor, visitors));
  return new Set(rows.map((row) => row.visitor));
}

/** Those of the leads that a tracker knows by a user id already. */
export async function leadsWithUser(
  tx: Transaction,
  _actor: Actor,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectDistinct({ leadId: leadIdentity.leadId })
    .from(leadIdentity)
    .where(and(eq(leadIdentity.kind, "user"), among(leadIdentity.leadId, ids)));
  return new Set(rows.map((row) => row.leadId));
}
