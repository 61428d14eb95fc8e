import { and, eq, isNull, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { audit, auditJudgement, auditLine, auditSeat } from "@/db/schema/audit";
import { handoff } from "@/db/schema/handoff";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";
import { CATEGORY_KEYS, type Completeness, type FieldId } from "@/lib/standard/categories";
import { inTurn } from "../draw/commands";
import { standingLines } from "../sample/queries";
import type { JudgeInput } from "./input";
import { type Judgement, settled, unsound } from "./judgement";

type Line = {
  id: string;
  auditId: string;
  place: number;
  auditors: number;
  missing: FieldId[];
} & Completeness;

/** Says how one category of one lead is; other than the machine says needs a reason (A.2). */
export async function judge(viewer: Viewer, input: JudgeInput, now: Date): Promise<Outcome> {
  authorize(viewer, "run audits");
  return judging(viewer, input.lineId, now, async (tx, line) => {
    const { category, verdict, fieldIds } = input;
    const judgement = { category, verdict, fieldIds, reason: input.reason || null };
    const machine = { verdict: line[category], missing: line.missing };
    const fault = unsound(judgement, machine);
    if (fault) return refused(fault.words, fault.field);
    await write(tx, viewer, line, [settled(judgement, machine)], now);
    return done;
  });
}

/** Agrees with the machine on every category of a lead that has no judgement of one's own yet. */
export async function agree(
  viewer: Viewer,
  { lineId }: { lineId: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "run audits");
  return judging(viewer, lineId, now, async (tx, line) => {
    const mine = await tx
      .select({ category: auditJudgement.category })
      .from(auditJudgement)
      .where(and(eq(auditJudgement.lineId, lineId), eq(auditJudgement.personId, viewer.id)));
    const said = new Set(mine.map(({ category }) => category));
    const open = CATEGORY_KEYS.filter((key) => !said.has(key));
    const agreed = open.map((category) => ({
      category,
      verdict: line[category],
      fieldIds: [],
      reason: null,
    }));
    await write(tx, viewer, line, agreed, now);
    return done;
  });
}

/** Ends one's judging of a sample: from then on nothing of it changes (A.2). */
export async function finish(
  viewer: Viewer,
  { auditId }: { auditId: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "run audits");
  return transaction(async (tx) => {
    await inTurn(tx, auditId);
    const lines = await standingLines(tx, viewer, auditId);
    const mine = await tx
      .select({ lineId: auditJudgement.lineId })
      .from(auditJudgement)
      .innerJoin(auditLine, eq(auditLine.id, auditJudgement.lineId))
      .where(and(eq(auditLine.auditId, auditId), eq(auditJudgement.personId, viewer.id)));
    const open = lines.filter(
      ({ id }) => mine.filter(({ lineId }) => lineId === id).length < CATEGORY_KEYS.length,
    );
    if (lines.length === 0 || open.length > 0) return refused("Some leads are not judged yet.");
    const ended = await tx
      .update(auditSeat)
      .set({ doneAt: now })
      .where(
        and(
          eq(auditSeat.auditId, auditId),
          eq(auditSeat.personId, viewer.id),
          isNull(auditSeat.doneAt),
        ),
      )
      .returning({ seat: auditSeat.seat });
    if (ended.length === 0) return refused("You have finished this audit already.");
    const entry = { verb: "finished", subject: "audit", subjectId: auditId } as const;
    await record(tx, viewer, [{ at: now, ...entry }]);
    return done;
  });
}

/** Runs what an auditor does about a lead of a sample, in their seat, which they take by doing it. */
async function judging(
  viewer: Viewer,
  lineId: string,
  now: Date,
  work: (tx: Transaction, line: Line) => Promise<Outcome>,
): Promise<Outcome> {
  return transaction(async (tx) => {
    const line = await lineOf(tx, lineId);
    if (!line) return refused("This lead is not in the sample any more. Load the page again.");
    await inTurn(tx, line.auditId);
    const [gone] = await tx.select().from(auditLine).where(eq(auditLine.replacesId, lineId));
    if (gone) return refused("This lead was swapped out meanwhile. Load the page again.");
    const hindrance = await takeSeat(tx, viewer, line, now);
    return hindrance ? refused(hindrance) : work(tx, line);
  });
}

async function lineOf(tx: Transaction, lineId: string): Promise<Line | undefined> {
  const [row] = await tx
    .select({
      id: auditLine.id,
      auditId: auditLine.auditId,
      place: auditLine.place,
      auditors: audit.auditors,
      missing: handoff.missing,
      contactBasics: handoff.contactBasics,
      companyIntelligence: handoff.companyIntelligence,
      behavioralTrail: handoff.behavioralTrail,
      scoringContext: handoff.scoringContext,
      handoffMetadata: handoff.handoffMetadata,
    })
    .from(auditLine)
    .innerJoin(audit, eq(audit.id, auditLine.auditId))
    .innerJoin(handoff, eq(handoff.id, auditLine.handoffId))
    .where(eq(auditLine.id, lineId));
  return row;
}

/** Why the viewer cannot judge, or null once they have a seat; only for whoever is in turn. */
async function takeSeat(
  tx: Transaction,
  viewer: Viewer,
  { auditId, auditors }: Line,
  at: Date,
): Promise<string | null> {
  const seats = await tx.select().from(auditSeat).where(eq(auditSeat.auditId, auditId));
  const mine = seats.find(({ personId }) => personId === viewer.id);
  if (mine) return mine.doneAt ? "You have finished this audit. It stays as it is." : null;
  if (seats.length >= auditors) return "Somebody else judges this audit.";
  await tx.insert(auditSeat).values({ auditId, personId: viewer.id, seat: seats.length + 1, at });
  return null;
}

async function write(
  tx: Transaction,
  viewer: Viewer,
  line: Line,
  judgements: readonly Judgement[],
  at: Date,
): Promise<void> {
  if (judgements.length === 0) return;
  const rows = judgements.map(({ fieldIds, ...rest }) => ({
    ...rest,
    fieldIds: [...fieldIds],
    lineId: line.id,
    personId: viewer.id,
    at,
  }));
  await tx
    .insert(auditJudgement)
    .values(rows)
    .onConflictDoUpdate({
      target: [auditJudgement.lineId, auditJudgement.personId, auditJudgement.category],
      set: {
        verdict: sql`excluded.verdict`,
        fieldIds: sql`excluded.field_ids`,
        reason: sql`excluded.reason`,
        at,
      },
    });
  const said = judgements.map(({ category, verdict }) => `${category}: ${verdict}`);
  const entry = { verb: "judged", subject: "audit", subjectId: line.auditId } as const;
  await record(tx, viewer, [{ at, ...entry, after: { place: line.place, said } }]);
}
