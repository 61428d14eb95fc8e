import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { inMs, legsBetween } from "@/lib/sla/legs/queries";
import { calendarsOf } from "@/lib/sla/queries";
import { type Answers, answersOf, type Leg } from "./answers";

/** A leg as it is read: its instants in epoch ms. */
type Row = {
  ownerId: string;
  owner: string;
  windowSeconds: number;
  goesOn: boolean;
  routedAt: number;
  firstAttemptAt: number | null;
  decidedAt: number | null;
  givenOnAt: number | null;
};

const instant = (ms: number | null) => (ms === null ? null : new Date(ms));

/** The handoffs of each lead in a row, first to last; they are read in that order. */
function inRows(legs: readonly (Leg & { goesOn: boolean })[]): Leg[][] {
  const rows: Leg[][] = [];
  for (const { goesOn, ...leg } of legs) {
    const row = goesOn ? rows.at(-1) : undefined;
    if (row) row.push(leg);
    else rows.push([leg]);
  }
  return rows;
}

/**
 * How the leads that were routed since a moment were answered, in the working time of whoever had
 * them (Q.2, G.6); of a lead that was given on, what lies in that time. An attempt counts from the
 * routing on, whoever's lead it is by then.
 */
export async function readAnswers(viewer: Viewer, from: Date, now: Date): Promise<Answers> {
  authorize(viewer, "see the audit");
  const rows = await db.execute<Row>(sql`
    with legs as (${legsBetween(from, now)})
    select owner_id as "ownerId", person.name as owner, window_seconds as "windowSeconds",
      goes_on as "goesOn", ${inMs("routed_at")} as "routedAt", ${inMs("decided_at")} as "decidedAt",
      ${inMs("given_on_at")} as "givenOnAt",
      (select ${inMs("min(a.at)")} from attempt a where a.handoff_id = legs.id
        and a.at >= legs.routed_at and a.at <= ${now.toISOString()}) as "firstAttemptAt"
    from legs join person on person.id = owner_id
    order by lead_id, routed_at`);
  const calendars = await calendarsOf(viewer, [...new Set(rows.map(({ ownerId }) => ownerId))]);
  const legs = rows.flatMap(({ ownerId, ...row }) => {
    const calendar = calendars.get(ownerId);
    if (!calendar) return [];
    return {
      ...row,
      calendar,
      routedAt: new Date(row.routedAt),
      firstAttemptAt: instant(row.firstAttemptAt),
      decidedAt: instant(row.decidedAt),
      givenOnAt: instant(row.givenOnAt),
    };
  });
  return answersOf(inRows(legs), now);
}
