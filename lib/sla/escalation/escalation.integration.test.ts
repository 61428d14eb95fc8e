import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { theLadderSince } from "@/db/factories/sla";
import { handoff } from "@/db/schema/handoff";
import { notice } from "@/db/schema/notice";
import { absence } from "@/db/schema/person";
import { escalation } from "@/db/schema/sla";
import { testDatabase } from "@/db/testing/database";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { release } from "@/lib/gate/commands";
import { logAttempt } from "@/lib/handoff/commands";
import { accept } from "@/lib/handoff/decisions/commands";
import { handoffOfLead } from "@/lib/handoff/queries";
import { escalate, sweep } from "./commands";

const { db } = testDatabase();
const SLA = systemActor("job", "SLA");
const now = new Date("2026-06-03T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let reps: Viewer[];
let ops: Viewer;
let manager: Viewer;

/** A lead that one of the reps has since ten o'clock, or since another moment. */
async function given(at = now): Promise<{ leadId: string; handoffId: string; rep: Viewer }> {
  const leadId = await aLead(at);
  await document(ops, leadId, at);
  const outcome = await release(ops, { leadId }, at);
  if (!outcome.ok) throw new Error(outcome.reason);
  const [row] = await db.select().from(handoff).where(eq(handoff.leadId, leadId));
  const rep = reps.find(({ id }) => id === row?.ownerId);
  if (!row || !rep) throw new Error("No rep has the lead.");
  return { leadId, handoffId: row.id, rep };
}

async function stepsOf(handoffId: string) {
  const rows = await db.select().from(escalation).where(eq(escalation.handoffId, handoffId));
  return rows.toSorted((one, other) => one.step - other.step);
}

const actionsOf = async (handoffId: string) =>
  (await stepsOf(handoffId)).map(({ action }) => action);

const handoffsOf = (leadId: string) =>
  db.select().from(handoff).where(eq(handoff.leadId, leadId)).orderBy(handoff.routedAt);

/** Who was told of what about a handoff, in the order of its steps. */
async function toldOf(handoffId: string): Promise<string[]> {
  const rows = await db.select().from(notice).where(eq(notice.handoffId, handoffId));
  const names = new Map([...reps, manager].map(({ id, role }) => [id, role]));
  return rows
    .filter(({ kind }) => kind !== "new_lead")
    .map(({ kind, personId }) => `${names.get(personId)}: ${kind}`)
    .toSorted();
}

beforeAll(async () => {
  ops = await aPerson("marketing_ops");
  manager = await aPerson("manager");
  reps = [await aPerson("rep"), await aPerson("rep")];
  await theLadderSince(new Date("2026-06-01T00:00:00Z"));
});

describe("Q.2 the escalation ladder", { timeout: 60_000 }, () => {
  it("is climbed in its time, and gives the lead to another rep at its end", async () => {
    const { leadId, handoffId, rep } = await given();
    expect(await escalate(SLA, handoffId, later(2.9))).toBe(0);
    expect(await escalate(SLA, handoffId, later(3))).toBe(1);
    expect(await escalate(SLA, handoffId, later(10))).toBe(1);
    expect(await escalate(SLA, handoffId, later(35))).toBe(1);
    expect(await actionsOf(handoffId)).toEqual(["warn_rep", "tell_manager", "reroute"]);
    expect(await toldOf(handoffId)).toEqual([
      "manager: escalation",
      "rep: rerouted_away",
      "rep: warning",
    ]);
    const [first, second] = await handoffsOf(leadId);
    expect(first?.ownerId).toBe(rep.id);
    expect(second?.ownerId).not.toBe(rep.id);
    expect(second?.snapshot.routingPath[0]).toBe(`${rep.name} did not answer within 5\u00a0min.`);
    expect((await stepsOf(handoffId)).at(-1)?.nextHandoffId).toBe(second?.id);
  });

  it("tells the first rep, who keeps their record, and nobody has it twice", async () => {
    const { leadId, handoffId, rep } = await given();
    await escalate(SLA, handoffId, later(40));
    const view = await handoffOfLead(rep, leadId);
    expect(view?.id).toBe(handoffId);
    const other = reps.find(({ id }) => id !== rep.id);
    expect(view?.givenOn).toEqual({ to: other?.name, at: later(40), rerouted: true });
    expect(view?.escalations.map(({ action }) => action)).toContain("reroute");
    const [, second] = await handoffsOf(leadId);
    await escalate(SLA, second?.id ?? "", later(80));
    expect(await handoffsOf(leadId)).toHaveLength(2);
    const last = (await stepsOf(second?.id ?? "")).at(-1);
    expect(last).toMatchObject({ action: "reroute", nextHandoffId: null });
    expect(last?.words).toBe("Nobody else can take it.");
    // Once because the time was over, once because it stays.
    expect(await toldOf(second?.id ?? "")).toEqual(["manager: escalation", "manager: escalation"]);
  });

  it("ends with the first attempt, and with a decision", async () => {
    const tried = await given();
    const call = { handoffId: tried.handoffId, kind: "call", result: "no_answer" } as const;
    await logAttempt(tried.rep, call, later(2));
    expect(await escalate(SLA, tried.handoffId, later(40))).toBe(0);
    const taken = await given();
    await accept(taken.rep, { handoffId: taken.handoffId }, later(4));
    expect(await escalate(SLA, taken.handoffId, later(40))).toBe(0);
    expect(await actionsOf(taken.handoffId)).toEqual([]);
  });

  it("takes a step once, whoever of two workers comes first", async () => {
    const { leadId, handoffId } = await given();
    const taken = await Promise.all([1, 2, 3].map(() => escalate(SLA, handoffId, later(40))));
    expect(taken.toSorted()).toEqual([0, 0, 3]);
    expect(await handoffsOf(leadId)).toHaveLength(2);
  });

  it("lets an attempt and a re-route of the same moment settle who has the lead", async () => {
    const { leadId, handoffId, rep } = await given();
    const call = { handoffId, kind: "call", result: "reached" } as const;
    const [steps] = await Promise.all([
      escalate(SLA, handoffId, later(40)),
      logAttempt(rep, call, later(40)),
    ]);
    expect(await handoffsOf(leadId)).toHaveLength(steps === 0 ? 1 : 2);
  });

  it("waits for an absence that was entered after the routing", async () => {
    const { handoffId, rep } = await given();
    const away = { personId: rep.id, authorId: ops.id, at: now };
    const [entered] = await db
      .insert(absence)
      .values({ ...away, startsAt: later(1), endsAt: later(600) })
      .returning();
    expect(await escalate(SLA, handoffId, later(300))).toBe(0);
    expect(await escalate(SLA, handoffId, later(602))).toBe(1);
    await db
      .update(absence)
      .set({ withdrawnAt: now, withdrawnBy: ops.id })
      .where(eq(absence.id, entered?.id ?? ""));
  });

  it("is swept for what no job came for, once, and leaves alone what came before the ladder", async () => {
    const { handoffId } = await given();
    const before = await given(new Date("2026-05-31T10:00:00Z"));
    expect(await sweep(SLA, later(40))).toBeGreaterThan(0);
    expect(await actionsOf(handoffId)).toEqual(["warn_rep", "tell_manager", "reroute"]);
    expect((await stepsOf(handoffId))[0]?.words).toBe("Its time had passed.");
    expect(await actionsOf(before.handoffId)).toEqual([]);
    await sweep(SLA, later(41));
    expect(await stepsOf(handoffId)).toHaveLength(3);
  });
});
