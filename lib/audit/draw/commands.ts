import { randomBytes } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { audit, auditInterview, auditLine, auditSeat } from "@/db/schema/audit";
import { person } from "@/db/schema/person";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";
import { routingInForce } from "@/lib/routing/queries";
import type { Segment } from "@/lib/routing/segment";
import type { DrawInput, SwapInput } from "./input";
import { type Member, populationOf } from "./queries";
import { drawReps, drawSample, nextOf } from "./sample";
import { INTERVIEWS, momentsOf } from "./window";

/** Ten characters that can be read aloud. */
const newSeed = () => randomBytes(5).toString("hex");

/** Changes of one audit wait for each other; its rows cannot be locked, since none may be changed. */
export async function inTurn(tx: Transaction, auditId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${auditId}, 0))`);
}

/** Draws a sample and freezes it (A.1); the reps to be interviewed are drawn by the same seed (A.4). */
export async function drawAudit(
  viewer: Viewer,
  input: DrawInput,
  now: Date,
): Promise<Outcome<{ id: string }>> {
  authorize(viewer, "run audits");
  const { size, strata, auditors } = input;
  const { from, until } = momentsOf(input, now);
  if (until <= from) return refused("These days are still to come.", "from");
  return transaction(async (tx) => {
    const { settings } = await routingInForce(tx);
    const segments = strata === "segment" ? settings.segments : [];
    const population = await populationOf(viewer, { from, until, strata, segments }, tx);
    if (population.length === 0) return refused(NONE_ROUTED, "to");
    if (population.length < size) return refused(tooFew(population.length), "size");
    const seed = input.seed || newSeed();
    const [row] = await tx
      .insert(audit)
      .values({
        fromAt: from,
        untilAt: until,
        size,
        strata,
        segments: [...segments],
        seed,
        seedTyped: input.seed !== "",
        population: population.length,
        auditors,
        drawnBy: viewer.id,
        at: now,
      })
      .returning({ id: audit.id });
    if (!row) throw new Error("The audit was not written.");
    await writeSample(tx, row.id, population, { size, seed });
    const after = { seed, size, strata, population: population.length };
    await record(tx, viewer, [
      { at: now, verb: "drew", subject: "audit", subjectId: row.id, after },
    ]);
    return { ok: true, value: row };
  });
}

const NONE_ROUTED = "No lead was routed in these days. Choose others; today can be the last.";

const tooFew = (count: number) =>
  `Only ${count} ${count === 1 ? "was" : "were"} routed in these days. Draw ${count} at most, or take more days.`;

async function writeSample(
  tx: Transaction,
  auditId: string,
  population: readonly Member[],
  { size, seed }: { size: number; seed: string },
): Promise<void> {
  const members = new Map(population.map((member) => [member.leadId, member]));
  const lines = drawSample(population, size, seed).map(({ leadId, stratum, place }) => {
    const handoffId = members.get(leadId)?.handoffId ?? "";
    return { auditId, place, stratum, handoffId };
  });
  await tx.insert(auditLine).values(lines);
  const owners = [...new Set(population.map(({ ownerId }) => ownerId))];
  const reps = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(inArray(person.id, owners), eq(person.role, "rep"), eq(person.active, true)));
  const asked = drawReps(
    reps.map(({ id }) => id),
    INTERVIEWS,
    seed,
  );
  if (asked.length === 0) return;
  const interviews = asked.map((repId, at) => ({ auditId, repId, place: at + 1 }));
  await tx.insert(auditInterview).values(interviews);
}

const NO_SUCH_LEAD = "This lead is not in the sample any more. Load the page again.";

/**
 * Takes a lead out of a sample, for a reason that is kept and counted (A.1). The one that comes in
 * is the next of its stratum by the seed, never chosen by hand.
 */
export async function swapLead(viewer: Viewer, input: SwapInput, now: Date): Promise<Outcome> {
  authorize(viewer, "run audits");
  return transaction(async (tx) => {
    const [found] = await tx
      .select({ line: auditLine, audit })
      .from(auditLine)
      .innerJoin(audit, eq(audit.id, auditLine.auditId))
      .where(eq(auditLine.id, input.lineId));
    if (!found) return refused(NO_SUCH_LEAD);
    const { line } = found;
    await inTurn(tx, line.auditId);
    const hindrance = await hindranceToSwap(tx, line);
    if (hindrance) return refused(hindrance);
    const next = await nextMember(tx, viewer, found.audit, line.stratum);
    if (!next) return refused("Every lead that could come in for it is in the sample already.");
    await tx.insert(auditLine).values({
      auditId: line.auditId,
      place: line.place,
      stratum: line.stratum,
      handoffId: next.handoffId,
      replacesId: line.id,
      swapReason: input.reason,
      swapWords: input.words ?? null,
      swappedBy: viewer.id,
      swappedAt: now,
    });
    const after = { place: line.place, out: line.handoffId, reason: input.reason };
    await record(tx, viewer, [
      { at: now, verb: "swapped", subject: "audit", subjectId: line.auditId, after },
    ]);
    return done;
  });
}

async function hindranceToSwap(
  tx: Transaction,
  line: { id: string; auditId: string },
): Promise<string | null> {
  const [gone] = await tx.select().from(auditLine).where(eq(auditLine.replacesId, line.id));
  if (gone) return NO_SUCH_LEAD;
  const seats = await tx.select().from(auditSeat).where(eq(auditSeat.auditId, line.auditId));
  return seats.some(({ doneAt }) => doneAt)
    ? "Somebody has finished this audit, so the sample stays as it is."
    : null;
}

async function nextMember(
  tx: Transaction,
  viewer: Viewer,
  drawn: typeof audit.$inferSelect,
  stratum: string,
): Promise<Member | undefined> {
  const { id, fromAt: from, untilAt: until, strata, seed } = drawn;
  // Stored as they were in force when the sample was drawn.
  const segments = drawn.segments as Segment[];
  const population = await populationOf(viewer, { from, until, strata, segments }, tx);
  const lines = await tx
    .select({ id: auditLine.id })
    .from(auditLine)
    .where(and(eq(auditLine.auditId, id), eq(auditLine.stratum, stratum)));
  const next = nextOf(population, { stratum, drawn: lines.length, seed });
  return population.find(({ leadId }) => leadId === next?.leadId);
}
