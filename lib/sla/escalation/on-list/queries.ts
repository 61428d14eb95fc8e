import { and, eq, exists, inArray, lte } from "drizzle-orm";
import { db } from "@/db/client";
import { decision, handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import { escalation } from "@/db/schema/sla";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { calendarsOf } from "../../queries";
import { unanswered } from "../queries";
import { byLateness, type EscalatedLead } from "./lateness";

/**
 * The leads that the ladder has brought before the managers and that nobody has tried yet, the latest
 * first: what a step tells them 'in Baton' (Q.2). One that its rep is away from stays on it.
 */
export async function escalatedLeads(viewer: Viewer, now: Date): Promise<EscalatedLead[]> {
  authorize(viewer, "see the audit");
  const brought = db
    .select({ step: escalation.step })
    .from(escalation)
    .where(
      and(
        eq(escalation.handoffId, handoff.id),
        inArray(escalation.action, ["tell_manager", "reroute"]),
        lte(escalation.at, now),
      ),
    );
  const rows = await db
    .select({
      leadId: lead.id,
      name: handoff.name,
      companyName: handoff.companyName,
      ownerId: handoff.ownerId,
      owner: person.name,
      routedAt: handoff.routedAt,
      windowSeconds: handoff.windowSeconds,
    })
    .from(lead)
    .innerJoin(handoff, eq(handoff.id, lead.handoffId))
    .innerJoin(person, eq(person.id, handoff.ownerId))
    .leftJoin(decision, eq(decision.handoffId, handoff.id))
    .where(and(unanswered(db), exists(brought)));
  const calendars = await calendarsOf(viewer, [...new Set(rows.map(({ ownerId }) => ownerId))]);
  return byLateness(rows, calendars, now);
}
