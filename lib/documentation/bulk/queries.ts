import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { lead } from "@/db/schema/lead";
import { note } from "@/db/schema/note";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { claimsOf } from "../claims/queries";
import { type DeedName, type Effect, effectOf } from "./effect";

async function flaggedWith(ids: string[], text: string): Promise<Set<string>> {
  if (!text) return new Set();
  const rows = await db
    .select({ id: note.leadId })
    .from(note)
    .where(
      and(
        inArray(note.leadId, ids),
        eq(note.kind, "flag"),
        eq(note.text, text),
        isNull(note.withdrawnAt),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

/** What a deed would do to leads at this moment (O.5); `text` is the flag, where it is one. */
export async function deedEffect(
  viewer: Viewer,
  {
    deed,
    leadIds,
    text = "",
  }: { deed: DeedName; leadIds: readonly string[]; text?: string | undefined },
  now: Date,
): Promise<Effect> {
  authorize(viewer, "document leads");
  const ids = [...new Set(leadIds)];
  const [rows, claims, carrying] = await Promise.all([
    db
      .select({
        id: lead.id,
        status: lead.status,
        doubtful: sql<boolean>`${isNotNull(lead.doubtfulAt)}`,
      })
      .from(lead)
      .where(inArray(lead.id, ids)),
    claimsOf(viewer, ids, now),
    flaggedWith(ids, text),
  ]);
  const order = new Map(ids.map((id, place) => [id, place]));
  const standings = rows
    .toSorted((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0))
    .map((row) => {
      const claim = claims.get(row.id);
      const claimedBy = claim && !claim.mine ? claim.by : null;
      return { ...row, claimedBy, mine: claim?.mine ?? false, carries: carrying.has(row.id) };
    });
  return effectOf(deed, standings, ids.length);
}
