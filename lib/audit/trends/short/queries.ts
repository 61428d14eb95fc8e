import { and, desc, eq, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { handoff } from "@/db/schema/handoff";
import { person } from "@/db/schema/person";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { isFieldId } from "@/lib/standard/categories";
import { FIELD_PLACES } from "@/lib/standard/field-states";
import type { Dimension } from "../dimension";
import type { Measure } from "../measure";
import type { Period } from "../period";
import { type PeriodCount, trendCounts } from "../queries";

/** The handoffs behind one point: all of them, or those alone that fell short. */
type Point = Period & {
  by: Dimension;
  of: string | null;
  measure: Measure;
  all: boolean;
};

export const SHORT_ON_A_PAGE = 50;

function fellShort(measure: Measure): SQL {
  if (measure === "warm") return sql`not ${handoff.warm}`;
  if (!isFieldId(measure)) return sql`${handoff[measure]} <> 'complete'`;
  const bit = sql.raw(String(2 ** FIELD_PLACES[measure]));
  return sql`(${handoff.filled} / ${bit} % 2 = 0 or ${measure} = any (${handoff.missing}))`;
}

function isOf(by: Dimension, of: string | null): SQL | undefined {
  if (by === "all" || of === null) return undefined;
  if (by === "rep") return sql`${handoff.ownerId}::text = ${of}`;
  if (by === "version") return sql`${handoff.standardVersion}::text = ${of}`;
  // '?' is of the time before segments were noted; '' is no segment, or nothing known.
  if (by === "segment") return of === "?" ? isNull(handoff.segmentId) : eq(handoff.segmentId, of);
  const column = by === "campaign" ? handoff.campaign : handoff.channel;
  return eq(sql`coalesce(${column}, '')`, of);
}

/** A page of the handoffs behind a point, the latest first, and how many there are. */
export async function shortHandoffs(viewer: Viewer, point: Point, skip: number) {
  authorize(viewer, "see the audit");
  const where = and(
    gte(handoff.routedAt, new Date(`${point.from}T00:00:00Z`)),
    lt(handoff.routedAt, new Date(`${point.until}T00:00:00Z`)),
    isOf(point.by, point.of),
    point.all ? undefined : fellShort(point.measure),
  );
  const [rows, months] = await Promise.all([
    db
      .select({
        id: handoff.id,
        leadId: handoff.leadId,
        name: handoff.name,
        companyName: handoff.companyName,
        rep: person.name,
        routedAt: handoff.routedAt,
        missing: handoff.missing,
        contactBasics: handoff.contactBasics,
        companyIntelligence: handoff.companyIntelligence,
        behavioralTrail: handoff.behavioralTrail,
        scoringContext: handoff.scoringContext,
        handoffMetadata: handoff.handoffMetadata,
      })
      .from(handoff)
      .innerJoin(person, eq(person.id, handoff.ownerId))
      .where(where)
      .orderBy(desc(handoff.routedAt), desc(handoff.id))
      .limit(SHORT_ON_A_PAGE)
      .offset(skip),
    // Counted when they were routed: a month has forty thousand, and a page shows fifty.
    trendCounts(viewer, {
      per: "month",
      ...(point.of === null
        ? { dimension: "all", value: "" }
        : { dimension: point.by, value: point.of }),
      measures: [point.measure],
      from: point.from,
      until: point.until,
    }),
  ]);
  const sum = (of: (month: PeriodCount) => number) =>
    months.reduce((all, month) => all + of(month), 0);
  const short = sum(({ handoffs, counts }) => handoffs - (counts[0] ?? 0));
  return { rows, total: point.all ? sum(({ handoffs }) => handoffs) : short };
}
export type ShortHandoff = Awaited<ReturnType<typeof shortHandoffs>>["rows"][number];
