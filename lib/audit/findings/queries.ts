import { and, asc, desc, eq, gte, inArray, isNull, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { gapFinding, gapMeasurement } from "@/db/schema/audit";
import { handoff } from "@/db/schema/handoff";
import { person } from "@/db/schema/person";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { FieldId } from "@/lib/standard/categories";
import type { Share } from "@/lib/statistics/difference";
import type { GapShare } from "../gaps/gap";
import { judgedBy } from "../result/of-auditor";
import { fieldResults } from "../result/result";
import { auditHeads, auditWithLines } from "../sample/queries";
import { isDone } from "../sample/view";
import type { GapFinding } from "./view";

/** As many findings as a page shows. */
const SHOWN = 200;
const owner = alias(person, "owner");

/** How many handoffs of a window lack a required field, of how many. */
export async function missingInHandoffs(
  viewer: Viewer,
  fieldId: FieldId,
  { from, until }: { from: Date; until: Date },
): Promise<Share> {
  authorize(viewer, "see the audit");
  const [row] = await db
    .select({
      of: sql<number>`count(*)::int`,
      count: sql<number>`(count(*) filter (where ${fieldId} = any (${handoff.missing})))::int`,
    })
    .from(handoff)
    .where(and(gte(handoff.routedAt, from), lt(handoff.routedAt, until)));
  return row ?? { of: 0, count: 0 };
}

/** In how many leads of finished audits a field fell short, as their first auditors judged them. */
export async function missingInSamples(
  viewer: Viewer,
  fieldId: FieldId,
  of: { audit: string } | { drawnAfter: Date },
): Promise<Share> {
  authorize(viewer, "see the audit");
  const heads = (await auditHeads(viewer)).filter((head) =>
    "audit" in of ? head.id === of.audit : head.at > of.drawnAfter,
  );
  const share = { count: 0, of: 0 };
  for (const head of heads.filter(isDone)) {
    const audit = await auditWithLines(viewer, head.id);
    const judged = judgedBy(audit?.lines ?? [], head.seats[0]?.personId ?? "");
    const found = fieldResults(judged).find((field) => field.fieldId === fieldId);
    share.count += found?.rate.complete ?? 0;
    share.of += judged.length;
  }
  return share;
}

/** Whoever can own a finding: marketing ops, managers and admins who are still here. */
export async function possibleOwners(viewer: Viewer): Promise<{ id: string; name: string }[]> {
  authorize(viewer, "see the audit");
  return db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(
      and(eq(person.active, true), inArray(person.role, ["marketing_ops", "manager", "admin"])),
    )
    .orderBy(asc(person.name));
}

async function measurementsOf(ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select({ of: gapMeasurement, by: person.name })
    .from(gapMeasurement)
    .innerJoin(person, eq(person.id, gapMeasurement.measuredBy))
    .where(inArray(gapMeasurement.findingId, [...ids]))
    .orderBy(desc(gapMeasurement.at));
}

/** The findings of audits: those that are open first, by the day they are due. */
export async function gapFindings(viewer: Viewer): Promise<GapFinding[]> {
  authorize(viewer, "see the audit");
  const rows = await db
    .select({ of: gapFinding, owner: owner.name, by: person.name })
    .from(gapFinding)
    .innerJoin(owner, eq(owner.id, gapFinding.ownerId))
    .innerJoin(person, eq(person.id, gapFinding.createdBy))
    .orderBy(desc(isNull(gapFinding.closedAt)), asc(gapFinding.dueOn), desc(gapFinding.at))
    .limit(SHOWN);
  const measured = await measurementsOf(rows.map((row) => row.of.id));
  return rows.map(({ of, ...names }) => {
    const { missing, createdBy: _, ownerId: __, shares, of: all, ...rest } = of;
    return {
      ...rest,
      ...names,
      shares: shares as GapShare[],
      before: { count: missing, of: all },
      measurements: measured
        .filter((one) => one.of.findingId === of.id)
        .map(({ of: one, by }) => ({
          from: one.fromAt,
          until: one.untilAt,
          moved: one.moved,
          at: one.at,
          by,
          share: { count: one.missing, of: one.of },
        })),
    };
  });
}
