import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Transaction } from "@/db/client";
import { audit, auditJudgement, auditLine, auditSeat } from "@/db/schema/audit";
import { handoff } from "@/db/schema/handoff";
import { person } from "@/db/schema/person";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { Snapshot } from "@/lib/handoff/snapshot";
import { isId } from "@/lib/platform/is-id";
import { CATEGORY_KEYS, type CategoryKey } from "@/lib/standard/categories";
import type { Judgement } from "../judging/judgement";
import { standing } from "./swaps";
import { type AuditHead, type AuditLine, isDone, type Said, type Seat } from "./view";

/** As many audits as a page shows; one a week makes two years. */
const SHOWN = 100;

const owner = alias(person, "owner");
const swapper = alias(person, "swapper");
/** True where no other lead came in for this one. */
const stands = isNull(
  sql`(select 1 from audit_line later where later.replaces_id = ${auditLine.id})`,
);

/** The leads of a sample that stand, in the order of drawing. */
export async function standingLines(
  tx: Transaction | typeof db,
  viewer: Viewer,
  auditId: string,
): Promise<{ id: string; place: number }[]> {
  authorize(viewer, "see the audit");
  return tx
    .select({ id: auditLine.id, place: auditLine.place })
    .from(auditLine)
    .where(and(eq(auditLine.auditId, auditId), stands))
    .orderBy(asc(auditLine.place));
}

/** How many leads each auditor has judged in every category. */
async function seatsOf(ids: readonly string[]): Promise<(Seat & { auditId: string })[]> {
  if (ids.length === 0) return [];
  const judged = sql<number>`(select count(*)::int from (
    select 1 from ${auditJudgement} j join ${auditLine} l on l.id = j.line_id
    where l.audit_id = ${auditSeat.auditId} and j.person_id = ${auditSeat.personId}
      and not exists (select 1 from ${auditLine} later where later.replaces_id = l.id)
    group by l.id having count(*) = ${CATEGORY_KEYS.length}) whole)`;
  return db
    .select({
      auditId: auditSeat.auditId,
      personId: auditSeat.personId,
      name: person.name,
      seat: auditSeat.seat,
      judged,
      doneAt: auditSeat.doneAt,
    })
    .from(auditSeat)
    .innerJoin(person, eq(person.id, auditSeat.personId))
    .where(inArray(auditSeat.auditId, [...ids]))
    .orderBy(asc(auditSeat.seat));
}

async function heads(viewer: Viewer, id?: string): Promise<AuditHead[]> {
  authorize(viewer, "see the audit");
  const rows = await db
    .select({
      id: audit.id,
      from: audit.fromAt,
      until: audit.untilAt,
      size: audit.size,
      strata: audit.strata,
      seed: audit.seed,
      seedTyped: audit.seedTyped,
      population: audit.population,
      auditors: audit.auditors,
      drawnBy: person.name,
      at: audit.at,
      swaps: sql<number>`(select count(*)::int from ${auditLine}
        where ${auditLine.auditId} = ${audit.id} and ${auditLine.replacesId} is not null)`,
    })
    .from(audit)
    .innerJoin(person, eq(person.id, audit.drawnBy))
    .where(id === undefined ? undefined : eq(audit.id, id))
    .orderBy(desc(audit.at))
    .limit(SHOWN);
  const seats = await seatsOf(rows.map((row) => row.id));
  return rows.map((row) => ({
    ...row,
    seats: seats.filter(({ auditId }) => auditId === row.id).map(({ auditId: _, ...seat }) => seat),
  }));
}

/** The audits there are, the latest first. */
export const auditHeads = (viewer: Viewer): Promise<AuditHead[]> => heads(viewer);

/** What auditors said of the leads of an audit, as far as the viewer may know it by now. */
async function saidOf(viewer: Viewer, head: AuditHead): Promise<Map<string, Map<string, Said>>> {
  // Blind to each other: nobody sees another's verdicts before all have finished.
  const seen = isDone(head) ? undefined : eq(auditJudgement.personId, viewer.id);
  const rows = await db
    .select({ of: auditJudgement })
    .from(auditJudgement)
    .innerJoin(auditLine, eq(auditLine.id, auditJudgement.lineId))
    .where(and(eq(auditLine.auditId, head.id), seen));
  const lines = new Map<string, Map<string, Said>>();
  for (const { of } of rows) {
    const { lineId, personId, verdict, fieldIds, reason } = of;
    const category = of.category as CategoryKey;
    const people = lines.get(lineId) ?? new Map<string, Said>();
    const judgement: Judgement = { category, verdict, fieldIds, reason };
    people.set(personId, { ...people.get(personId), [category]: judgement });
    lines.set(lineId, people);
  }
  return lines;
}

const machine = Object.fromEntries(CATEGORY_KEYS.map((key) => [key, handoff[key]])) as {
  [K in CategoryKey]: (typeof handoff)[K];
};

/** Every lead that is or was in a sample, in the order of drawing. */
async function linesOf(head: AuditHead) {
  return db
    .select({
      id: auditLine.id,
      place: auditLine.place,
      stratum: auditLine.stratum,
      leadId: handoff.leadId,
      handoffId: handoff.id,
      name: handoff.name,
      companyName: handoff.companyName,
      owner: owner.name,
      routedAt: handoff.routedAt,
      missing: handoff.missing,
      machine,
      replacesId: auditLine.replacesId,
      reason: auditLine.swapReason,
      words: auditLine.swapWords,
      by: swapper.name,
      at: auditLine.swappedAt,
    })
    .from(auditLine)
    .innerJoin(handoff, eq(handoff.id, auditLine.handoffId))
    .innerJoin(owner, eq(owner.id, handoff.ownerId))
    .leftJoin(swapper, eq(swapper.id, auditLine.swappedBy))
    .where(eq(auditLine.auditId, head.id))
    .orderBy(asc(auditLine.place));
}

/** One audit with its leads, or null where there is none. */
export async function auditWithLines(
  viewer: Viewer,
  id: string,
): Promise<{ head: AuditHead; lines: AuditLine[] } | null> {
  authorize(viewer, "see the audit");
  if (!isId(id)) return null;
  const [head] = await heads(viewer, id);
  if (!head) return null;
  const [rows, said] = await Promise.all([linesOf(head), saidOf(viewer, head)]);
  const lines = standing(rows).map(({ row, swaps }) => {
    const { replacesId: _, reason: _reason, words: _words, by: _by, at: _at, ...line } = row;
    return { ...line, swaps, said: said.get(row.id) ?? new Map<string, Said>() };
  });
  return { head, lines };
}

/** What the rep was given of a lead of a sample; null where there is no such lead. */
export async function snapshotOfLine(viewer: Viewer, lineId: string): Promise<Snapshot | null> {
  authorize(viewer, "see the audit");
  if (!isId(lineId)) return null;
  const [row] = await db
    .select({ snapshot: handoff.snapshot })
    .from(auditLine)
    .innerJoin(handoff, eq(handoff.id, auditLine.handoffId))
    .where(eq(auditLine.id, lineId));
  return row?.snapshot ?? null;
}

/** The last audit that was drawn before another one and is done; null where there is none. */
export async function auditBefore(
  viewer: Viewer,
  { at }: Pick<AuditHead, "at">,
): Promise<{ head: AuditHead; lines: AuditLine[] } | null> {
  const earlier = (await auditHeads(viewer)).find((head) => head.at < at && isDone(head));
  return earlier ? auditWithLines(viewer, earlier.id) : null;
}
