import { beforeAll, describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { attempt } from "@/db/schema/handoff";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { release } from "@/lib/gate/commands";
import { logAttempt } from "@/lib/handoff/commands";
import { accept, reject } from "@/lib/handoff/decisions/commands";
import type { Calendar } from "@/lib/sla/calendar";
import { queuePlace } from "./place/queries";
import { queueCounts, queueRows } from "./queries";
import type { QueueRow } from "./row";
import { byUrgency } from "./urgency";
import { parseView, type QueueView } from "./view";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const view = (search: Record<string, string> = {}, at = now) => parseView(search, at);

/** Seconds since the routing; a second number: seconds since the first attempt. */
const WAITING: readonly (readonly [number, number?])[] = [
  [30],
  [200],
  [348],
  [3_000],
  [3_899],
  [3_901],
  [20_000],
  [90_000],
  [7_200, 7_000],
  [86_400, 60],
  [30],
];

const ALWAYS: Calendar = { timeZone: "UTC", hours: null, absences: [] };

let rep: Viewer;
let rows: QueueRow[];

/** Whether each lead of a list is told its place in it, and the leads on both sides of it. */
async function expectPlaces(queue: QueueView, listed: readonly QueueRow[], at: Date) {
  const leadIds = listed.map(({ leadId }) => leadId);
  const places = await Promise.all(leadIds.map((leadId) => queuePlace(rep, queue, leadId, at)));
  expect(places).toEqual(
    leadIds.map((_, place) => ({
      at: place + 1,
      of: leadIds.length,
      previous: leadIds[place - 1] ?? null,
      next: leadIds[place + 1] ?? null,
    })),
  );
}

async function handedOff(at: Date): Promise<string> {
  const ops = await aPerson("marketing_ops");
  const leadId = await aLead(at);
  await document(ops, leadId, at);
  const outcome = await release(ops, { leadId }, at);
  if (!outcome.ok) throw new Error(outcome.reason);
  return leadId;
}

async function handoffOf(viewer: Viewer, leadId: string): Promise<QueueRow> {
  const found = (await queueRows(viewer, view(), now)).find((row) => row.leadId === leadId);
  if (!found) throw new Error("Not in the queue");
  return found;
}

beforeAll(async () => {
  rep = await aPerson("rep", { territory: ["NO"], territoryName: "Nordics" });
  for (const [routed, attempted] of WAITING) {
    const row = await handoffOf(rep, await handedOff(ago(routed)));
    if (attempted === undefined) continue;
    const call = { handoffId: row.id, kind: "call", result: "no_answer" } as const;
    // Told of in the wrong order: the earliest counts all the same.
    await logAttempt(rep, call, ago(attempted - 50));
    await logAttempt(rep, call, ago(attempted));
  }
  rows = await queueRows(rep, view(), now);
}, 60_000);

describe("Q.1 the queue", () => {
  it("holds the same order in SQL as in the rule", () => {
    expect(rows).toHaveLength(WAITING.length);
    expect(rows.map((row) => row.id)).toEqual(
      rows.toSorted(byUrgency(ALWAYS, now)).map((row) => row.id),
    );
    const seconds = rows.map((row) => (now.getTime() - row.routedAt.getTime()) / 1000);
    expect(seconds).toEqual([3_899, 3_000, 348, 200, 30, 30, 3_901, 20_000, 90_000, 7_200, 86_400]);
  });

  it("Q.2 counts and filters what is due by the same arithmetic as each row's clock", async () => {
    const due = rows.filter((row) => ["soon", "late"].includes(row.window.state));
    const filtered = await queueRows(rep, view({ only: "due" }), now);
    expect(filtered.map((row) => row.id)).toEqual(due.map((row) => row.id));
    expect(await queueCounts(rep, view({ only: "due" }), now)).toMatchObject({
      shown: due.length,
      due: due.length,
      open: WAITING.length,
    });
  });

  it("counts as due only what the list shows as filtered", async () => {
    expect(await queueCounts(rep, view({ only: "tried" }), now)).toEqual({
      shown: 2,
      due: 0,
      open: WAITING.length,
    });
    expect(await queueCounts(rep, view({ only: "due,tried" }), now)).toMatchObject({
      shown: 0,
      due: 0,
    });
  });

  it("Q.2 takes the earliest attempt", () => {
    const tried = rows.filter((row) => row.firstAttemptAt);
    expect(tried.map((row) => row.firstAttemptAt)).toEqual([ago(7_000), ago(60)]);
  });

  it("knows the place of a lead and its neighbours in the list as filtered", async () => {
    await expectPlaces(view(), rows, now);
    const tried = view({ only: "tried" });
    await expectPlaces(tried, await queueRows(rep, tried, now), now);
    const [first] = rows;
    expect(await queuePlace(rep, view({ only: "tried" }), first?.leadId ?? "", now)).toBeNull();
  });

  it("shows nobody else's leads, and has no queue for who is no rep", async () => {
    const stranger = await aPerson("rep", { territory: ["JP"] });
    expect(await queueRows(stranger, view(), now)).toEqual([]);
    expect(await queuePlace(stranger, view(), rows[0]?.leadId ?? "", now)).toBeNull();
    const manager = await aPerson("manager");
    await expect(queueRows(manager, view(), now)).rejects.toThrow(NotAllowed);
  });
});

describe("Q.1 the order holds still while one works through it", () => {
  it("keeps the list of a moment, whatever is tried or decided after it", async () => {
    const walking = new Date(now.getTime() + 1);
    const held = view({ cursor: `${now.getTime()}` }, walking);
    const [first, second, third] = rows;
    if (!first || !second || !third) throw new Error("No rows");
    const later = new Date(now.getTime() + 60_000);
    await accept(rep, { handoffId: first.id }, later);
    await reject(rep, { handoffId: second.id, reason: "not_icp" }, later);
    await db.insert(attempt).values({
      handoffId: third.id,
      personId: rep.id,
      kind: "call",
      result: "reached",
      at: later,
    });
    const still = await queueRows(rep, held, later);
    expect(still.map((row) => row.id)).toEqual(rows.map((row) => row.id));
    await expectPlaces(held, rows, later);
    const fresh = await queueRows(rep, view({}, later), later);
    await expectPlaces(view({}, later), fresh, later);
    expect(await queuePlace(rep, view({}, later), first.leadId, later)).toBeNull();
    expect(fresh).toHaveLength(WAITING.length - 2);
    expect(fresh.at(-1)?.firstAttemptAt).not.toBeNull();
    const accepted = await queueRows(rep, view({ list: "accepted" }, later), later);
    expect(accepted.map((row) => row.id)).toEqual([first.id]);
    const returned = await queueRows(rep, view({ list: "returned" }, later), later);
    expect(returned.map((row) => row.decision?.reason)).toEqual(["not_icp"]);
  });
});
