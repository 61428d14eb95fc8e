import { and, eq, gte, lte } from "drizzle-orm";
import { db } from "@/db/client";
import { handoff, research } from "@/db/schema/handoff";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { Told } from "./research";

/** What reps said of their research before the first attempt, of handoffs since a moment. */
export async function researchTold(viewer: Viewer, from: Date, now: Date): Promise<Told[]> {
  authorize(viewer, "see outcomes");
  return db
    .select({
      lookedUp: research.lookedUp,
      fieldIds: research.fieldIds,
      minutes: research.minutes,
    })
    .from(research)
    .innerJoin(handoff, eq(handoff.id, research.handoffId))
    .where(and(gte(handoff.routedAt, from), lte(handoff.routedAt, now)));
}
