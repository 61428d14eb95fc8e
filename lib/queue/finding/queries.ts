import { and, desc, eq, ilike, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { containing } from "@/db/like";
import { decision, handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { FoundLead, Reach } from "../reach";

const MOST = 8;

const isMine = (viewer: Viewer) =>
  and(eq(handoff.ownerId, viewer.id), eq(lead.handoffId, handoff.id));

/** The viewer's own leads whose name or company has every word of `words`, the open ones first. */
export async function findLeads(viewer: Viewer, words: string): Promise<FoundLead[]> {
  authorize(viewer, "work the queue");
  const each = words.trim().split(/\s+/).filter(Boolean);
  if (each.length === 0) return [];
  return db
    .select({
      leadId: handoff.leadId,
      name: handoff.name,
      companyName: handoff.companyName,
      open: sql<boolean>`${decision.handoffId} is null`,
    })
    .from(handoff)
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .leftJoin(decision, eq(decision.handoffId, handoff.id))
    .where(
      and(
        isMine(viewer),
        ...each.map((word) =>
          or(ilike(handoff.name, containing(word)), ilike(handoff.companyName, containing(word))),
        ),
      ),
    )
    .orderBy(desc(isNull(decision.handoffId)), desc(handoff.routedAt), handoff.id)
    .limit(MOST);
}

/** How to reach a lead of the viewer's own, as it was handed off; null for any other. */
export async function reachOf(viewer: Viewer, leadId: string): Promise<Reach | null> {
  authorize(viewer, "work the queue");
  const value = (id: string) =>
    sql<string | null>`${handoff.snapshot} -> 'fields' -> ${id}::text ->> 'value'`;
  const [row] = await db
    .select({ phone: value("C1.5"), email: value("C1.4"), linkedin: value("C1.6") })
    .from(handoff)
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .where(and(isMine(viewer), eq(handoff.leadId, leadId)));
  return row ?? null;
}
