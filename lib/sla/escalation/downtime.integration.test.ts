import { eq, sql } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { escalation } from "@/db/schema/sla";
import { testDatabase } from "@/db/testing/database";
import { release } from "@/lib/gate/commands";
import { type RunningJobs, runJobs } from "@/lib/platform/jobs/runner";
import { idleHandlers } from "@/lib/platform/jobs/testing/idle";
import { escalationHandlers } from "./handlers";

const { db, owner } = testDatabase();
const running: RunningJobs[] = [];
afterAll(() => Promise.all(running.map((one) => one.stop())));

/** A server that begins now, by a clock of its own; how many of its jobs for the handoff are over. */
async function start(clock: () => Date) {
  running.push(await runJobs({ ...idleHandlers(), ...escalationHandlers(clock) }));
}
const jobsOver = async (handoffId: string) => {
  const rows = await owner.execute<{ over: number }>(sql`
    select count(*)::int as over from pgboss.job
    where name = 'escalate' and data ->> 'handoffId' = ${handoffId} and state = 'completed'`);
  return rows[0]?.over ?? 0;
};

it("Q.2 what fell due while no server ran is done once at start, by two of them", {
  timeout: 120_000,
}, async () => {
  const ops = await aPerson("marketing_ops");
  await Promise.all([aPerson("rep"), aPerson("rep"), aPerson("manager")]);
  const routedAt = new Date();
  const leadId = await aLead(routedAt);
  await document(ops, leadId, routedAt);
  expect(await release(ops, { leadId }, routedAt)).toMatchObject({ ok: true });
  const given = () =>
    db.select().from(handoff).where(eq(handoff.leadId, leadId)).orderBy(handoff.routedAt);
  const [first] = await given();
  const handoffId = first?.id ?? "";
  // The job that the routing left is due: as after two hours without a server.
  await owner.execute(sql`update pgboss.job set start_after = now()
    where name = 'escalate' and data ->> 'handoffId' = ${handoffId}`);
  const clock = () => new Date(routedAt.getTime() + 120 * 60_000);
  await Promise.all([start(clock), start(clock)]);
  await expect.poll(() => jobsOver(handoffId), { timeout: 30_000 }).toBeGreaterThan(0);
  const steps = await db.select().from(escalation).where(eq(escalation.handoffId, handoffId));
  expect(steps.map(({ step }) => step).toSorted()).toEqual([0, 1, 2]);
  expect(await given()).toHaveLength(2);
});
