import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import { fallbackRouting } from "@/db/schema/routing";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";

/** A lead that no rule found anybody for. */
type FallbackRow = {
  id: string;
  leadId: string;
  name: string;
  companyName: string;
  owner: string;
  /** Who has the lead by now, where that is a later handoff. */
  nowWith: string | null;
  at: Date;
  path: string[];
};

const SHOWN = 50;

const later = alias(handoff, "later");
const laterOwner = alias(person, "later_owner");

/** How many were routed by fallback and nobody has looked into. */
export async function openFallbacks(viewer: Viewer): Promise<number> {
  authorize(viewer, "see routing");
  return db.$count(fallbackRouting, isNull(fallbackRouting.settledAt));
}

/** Those, the newest first. */
export async function fallbackList(viewer: Viewer): Promise<FallbackRow[]> {
  authorize(viewer, "see routing");
  const rows = await db
    .select({
      id: fallbackRouting.id,
      leadId: handoff.leadId,
      name: handoff.name,
      companyName: handoff.companyName,
      owner: person.name,
      nowWith: laterOwner.name,
      at: fallbackRouting.at,
      snapshot: handoff.snapshot,
    })
    .from(fallbackRouting)
    .innerJoin(handoff, eq(handoff.id, fallbackRouting.handoffId))
    .innerJoin(person, eq(person.id, handoff.ownerId))
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .leftJoin(later, and(eq(later.id, lead.handoffId), ne(later.id, handoff.id)))
    .leftJoin(laterOwner, eq(laterOwner.id, later.ownerId))
    .where(isNull(fallbackRouting.settledAt))
    .orderBy(desc(fallbackRouting.at))
    .limit(SHOWN);
  return rows.map(({ snapshot, ...row }) => ({ ...row, path: snapshot.routingPath }));
}
