import { eq, sql } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import { leadDossier } from "@/lib/documentation/dossier/queries";
import { enqueue } from "@/lib/platform/jobs/commands";
import { type RunningJobs, runJobs } from "@/lib/platform/jobs/runner";
import { idleHandlers } from "@/lib/platform/jobs/testing/idle";
import { fallbackList } from "@/lib/routing/fallbacks/queries";
import { routeDue } from "./commands";
import { waitingHandlers } from "./handlers";
import { leadsWithoutRep, waitingForRep } from "./queries";

const { db, transaction } = testDatabase();
const job = systemActor("job", "Routing");
const start = new Date("2026-06-03T10:00:00Z");
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const running: RunningJobs[] = [];
afterAll(() => Promise.all(running.map((one) => one.stop())));

/** Holds a lead, as whoever changes it does, until it is let go. */
async function hold(leadId: string) {
  const { promise: letGo, resolve } = Promise.withResolvers<void>();
  const { promise: isHeld, resolve: held } = Promise.withResolvers<void>();
  const holding = transaction(async (tx) => {
    await tx.select({ id: lead.id }).from(lead).where(eq(lead.id, leadId)).for("update");
    held();
    await letGo;
  });
  await isHeld;
  return async () => {
    resolve();
    await holding;
  };
}

/** How many wait for somebody else here; other tests have databases of their own. */
const waits = async () => {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`);
  return row?.count;
};

const ownersOf = async (leadId: string) => {
  const rows = await db.select().from(handoff).where(eq(handoff.leadId, leadId));
  return rows.map(({ ownerId }) => ownerId);
};

it("C5.2 an MQL for which no rep has access goes out once one has, the oldest first, once", {
  timeout: 120_000,
}, async () => {
  const ops = await aPerson("marketing_ops");
  const rep = await aPerson("rep", { leadCap: 1 });
  const made = async (age: number) => {
    const id = await aLead(start);
    await document(ops, id, start);
    await evaluate(id, new Date(start.getTime() - age * 3_600_000));
    return id;
  };
  const accessOf = (active: boolean) =>
    db.update(person).set({ active }).where(eq(person.id, rep.id));
  await accessOf(false);
  const [newest, middle, oldest] = [await made(0), await made(1), await made(2)];
  expect(await waitingForRep(ops, minutes(2))).toBe(3);
  const found = await leadsWithoutRep(ops, minutes(2));
  expect(found.map(({ id }) => id)).toEqual([oldest, middle, newest]);
  await expect(leadsWithoutRep(rep, minutes(2))).rejects.toThrow("see routing");
  expect((await leadDossier(ops, oldest, minutes(2)))?.status).toBe("ready");
  expect(await routeDue(job, minutes(2))).toBe(0);

  await accessOf(true);
  // Somebody is at the oldest just now: the one place under the cap stays for it.
  const letGo = await hold(oldest);
  const both = Promise.all([routeDue(job, minutes(3)), routeDue(job, minutes(3))]);
  await expect.poll(waits, { timeout: 30_000 }).toBe(2);
  await letGo();
  const [one, other] = await both;
  expect(one + other).toBe(3);
  for (const id of [newest, middle, oldest]) expect(await ownersOf(id)).toEqual([rep.id]);
  const byFallback = (await fallbackList(ops)).map(({ leadId }) => leadId);
  expect(byFallback.toSorted()).toEqual([newest, middle].toSorted());
  expect(await routeDue(job, minutes(4))).toBe(0);
  expect(await waitingForRep(ops, minutes(4))).toBe(0);

  // Leads come and the minutes' jobs lie there while no server runs; then two begin.
  await accessOf(false);
  const later = [await made(0), await made(1)];
  expect(await waitingForRep(ops, minutes(5))).toBe(2);
  await accessOf(true);
  await transaction((tx) => enqueue(tx, "end-grace", [{}, {}]));
  const clock = () => minutes(5);
  for (const _ of [1, 2])
    running.push(await runJobs({ ...idleHandlers(), ...waitingHandlers(clock) }));
  await expect.poll(() => waitingForRep(ops, minutes(5)), { timeout: 90_000 }).toBe(0);
  for (const id of later) expect(await ownersOf(id)).toEqual([rep.id]);
  expect(await routeDue(job, minutes(6))).toBe(0);
});
