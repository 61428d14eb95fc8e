import { and, desc, eq, gte, lt, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { audit, auditLine } from "@/db/schema/audit";
import { handoff } from "@/db/schema/handoff";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { Segment } from "@/lib/routing/segment";
import { type Candidate, chosenWith } from "./sample";
import { type Routed, stratumOf } from "./strata";
import type { StrataBy } from "./strata-names";

/** What a sample is drawn from. */
type Frame = { from: Date; until: Date; strata: StrataBy; segments: readonly Segment[] };

/** One routed lead of a window with the handoff that is judged, and who had it. */
export type Member = Candidate & { handoffId: string; ownerId: string };

/** Only what the strata ask for is taken out of the snapshots. */
function columnsFor(strata: StrataBy) {
  const fields = sql<Routed["fields"]>`${handoff.snapshot} -> 'fields'`;
  const source = sql<Routed["source"]>`${handoff.snapshot} #> '{fields,C5.3}'`;
  return {
    fields: strata === "segment" ? fields : sql<null>`null`,
    source: strata === "source" ? source : sql<null>`null`,
  };
}

/**
 * Every lead that was routed in a window, once, by its last handoff of the window (A.1). A handoff
 * never changes and none is written into the past, so that it is the same whenever it is read.
 */
export async function populationOf(
  viewer: Viewer,
  { from, until, strata, segments }: Frame,
  within: Transaction | typeof db = db,
): Promise<Member[]> {
  authorize(viewer, "see the audit");
  const rows = await within
    .selectDistinctOn([handoff.leadId], {
      leadId: handoff.leadId,
      handoffId: handoff.id,
      ownerId: handoff.ownerId,
      ...columnsFor(strata),
    })
    .from(handoff)
    .where(and(gte(handoff.routedAt, from), lt(handoff.routedAt, until)))
    .orderBy(handoff.leadId, desc(handoff.routedAt), desc(handoff.id));
  return rows.map(({ leadId, handoffId, ownerId, ...seen }) => ({
    leadId,
    handoffId,
    ownerId,
    stratum: stratumOf({ leadId, handoffId, ownerId, ...seen }, strata, segments),
  }));
}

/**
 * True where the seed of an audit, asked anew of all that was routed in its window, gives the leads
 * that are stored, those that left and came in among them (A.1).
 */
export async function isDrawnBySeed(viewer: Viewer, auditId: string): Promise<boolean> {
  authorize(viewer, "see the audit");
  const [row] = await db.select().from(audit).where(eq(audit.id, auditId));
  if (!row) return false;
  const { fromAt: from, untilAt: until, strata, size, seed } = row;
  const segments = row.segments as Segment[];
  const [population, lines] = await Promise.all([
    populationOf(viewer, { from, until, strata, segments }),
    db
      .select({
        leadId: handoff.leadId,
        stratum: auditLine.stratum,
        replacesId: auditLine.replacesId,
      })
      .from(auditLine)
      .innerJoin(handoff, eq(handoff.id, auditLine.handoffId))
      .where(eq(auditLine.auditId, auditId)),
  ]);
  const later = lines.filter(({ replacesId }) => replacesId !== null);
  const swaps = new Map(
    [...Map.groupBy(later, ({ stratum }) => stratum)].map(([stratum, of]) => [stratum, of.length]),
  );
  const chosen = chosenWith(population, { size, seed, swaps });
  return chosen.size === lines.length && lines.every(({ leadId }) => chosen.has(leadId));
}
