import { randomUUID } from "node:crypto";
import { count, inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead } from "@/db/factories/leads";
import { activity } from "@/db/schema/activity";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import { receiptDocument } from "@/lib/api/activities/endpoints";
import { JUDGED_AT_ONCE, judgeMany, READ_AT_ONCE } from "@/lib/gate/many/commands";
import { manyHandlers } from "@/lib/gate/many/handlers";
import { runJobs } from "@/lib/platform/jobs/runner";
import { idleHandlers } from "@/lib/platform/jobs/testing/idle";
import { anApiKey, send } from "../testing/api";

const { db, owner } = testDatabase();
const now = new Date();
const job = systemActor("job", "Tests");
const hourAgo = new Date(now.getTime() - 3_600_000).toISOString();

const leadsOf = (many: number) => Promise.all(Array.from({ length: many }, () => aLead(now)));
/** Gives each lead a page view of each of so many minutes, as they would have come one by one. */
const giveViews = async (leadIds: readonly string[], each: number) => {
  // Early on the first of a month they lie in two.
  await owner.execute(sql`
    select baton_activity_month(${hourAgo}::timestamptz - n * interval '1 minute')
    from unnest(array[1, ${each}::int]) as n`);
  await owner.execute(sql`
    insert into activity (lead_id, kind, occurred_at, received_at, source, details)
    select lead_id, 'page_viewed', ${hourAgo}::timestamptz - n * interval '1 minute', now(), 'Tests', '{"path":"/docs"}'
    from unnest(${sql.param(leadIds)}::uuid[]) as lead_id, generate_series(1, ${each}::int) as n`);
};
const looks = (leadIds: readonly string[]) =>
  leadIds.map((leadId) => ({
    id: randomUUID(),
    leadId,
    kind: "page_viewed",
    occurredAt: hourAgo,
    path: "/pricing",
  }));
const sendAll = async (activities: unknown) => {
  const response = await send("POST", "/activities", {
    key: await anApiKey(),
    body: { activities },
  });
  expect(response.status).toBe(202);
  return receiptDocument.parse(await response.json());
};
/** The leads whose trail has the page, as it was judged last. */
const judged = async (leadIds: string[]) => {
  const rows = await db
    .select({ id: lead.id })
    .from(lead)
    .where(sql`${inArray(lead.id, leadIds)} and ${lead.computed}@? '$."C3.1".value[*]'`);
  return rows.length;
};
const kept = async (leadIds: string[]) => {
  const [row] = await db
    .select({ count: count() })
    .from(activity)
    .where(inArray(activity.leadId, leadIds));
  return row?.count;
};
/** How many page views of `/pricing` the trail of each tells of, as it was judged last. */
const viewsIn = async (leadIds: string[]) => {
  const rows = await db.execute<{ count: number }>(sql`
    select (touch ->> 'count')::int as count from lead
    cross join lateral jsonb_array_elements(${lead.computed} -> 'C3.1' -> 'value') as touch
    where ${inArray(lead.id, leadIds)} and touch ->> 'text' = '/pricing'`);
  return rows.map((row) => row.count);
};
/** The leads of each job that was handed in and names one. */
const jobsOf = async (leadId: string) => {
  const rows = await db.execute<{ ids: string[] }>(sql`
    select data -> 'leadIds' as ids from pgboss.job
    where name = 'judge-leads' and data -> 'leadIds' ? ${leadId}`);
  return rows.map(({ ids }) => ids);
};
/** What the jobs that were handed in name of these leads. */
const handedIn = async (leadIds: string[]) => {
  const rows = await db.execute<{ lead: string }>(sql`
    select named.lead from pgboss.job
    cross join lateral jsonb_array_elements_text(job.data -> 'leadIds') as named (lead)
    where job.name = 'judge-leads'`);
  return rows.map((row) => row.lead).filter((id) => leadIds.includes(id));
};
/** Does a job for each of these leads; answers which failed. */
const workOff = (leadIds: readonly string[]) =>
  manyHandlers(() => now)["judge-leads"](
    leadIds.map((id) => ({ leadIds: [id] })),
    new AbortController().signal,
  );
/** Makes the database refuse what is written of a lead; answers how to end that. */
const refuseToJudge = async (leadId: string) => {
  await owner.execute(sql`
    create or replace function refuse_one() returns trigger language plpgsql as $$
    begin raise exception 'not this one'; end $$`);
  await owner.execute(
    sql.raw(`create trigger refuse_one before update on lead for each row
      when (new.id = '${leadId}') execute function refuse_one()`),
  );
  return () => owner.execute(sql`drop trigger refuse_one on lead`);
};

describe("POST /api/v1/activities of many leads", () => {
  it("keeps all of them with the answer, and has their leads judged once by jobs", async () => {
    const leadIds = await leadsOf(JUDGED_AT_ONCE + 40);
    const batch = looks(leadIds);
    expect(await sendAll(batch)).toMatchObject({ accepted: leadIds.length, refused: [] });
    expect(await kept(leadIds)).toBe(leadIds.length);
    expect(await judged(leadIds)).toBe(0);
    expect((await handedIn(leadIds)).toSorted()).toEqual(leadIds.toSorted());
    await judgeMany(job, leadIds, () => now);
    await judgeMany(job, leadIds, () => now);
    expect(await judged(leadIds)).toBe(leadIds.length);
    // The same batch again changes nothing and hands nothing in.
    expect(await sendAll(batch)).toMatchObject({ accepted: 0, repeated: leadIds.length });
    expect(await kept(leadIds)).toBe(leadIds.length);
    expect(await handedIn(leadIds)).toHaveLength(leadIds.length);
  });

  it("judges as many as a caller waits for before it answers", async () => {
    const leadIds = await leadsOf(JUDGED_AT_ONCE);
    await sendAll(looks(leadIds));
    expect(await judged(leadIds)).toBe(leadIds.length);
    expect(await handedIn(leadIds)).toEqual([]);
  });

  it("judges the others where one cannot be judged, and says that it could not", async () => {
    const [bad = "", ...good] = await leadsOf(3);
    await sendAll(looks([bad, ...good]));
    await db.update(lead).set({ computed: {} }).where(inArray(lead.id, good));
    const lift = await refuseToJudge(bad);
    expect(await judgeMany(job, [bad, ...good], () => now)).toEqual([bad]);
    expect(await judged(good)).toBe(good.length);
    await lift();
  });

  it("waits for nobody where leads have done much: four requests at once are kept while others judge those leads", async () => {
    const leadIds = await leadsOf(JUDGED_AT_ONCE);
    await giveViews(leadIds, READ_AT_ONCE / JUDGED_AT_ONCE);
    const batches = Array.from({ length: 4 }, () => [...looks(leadIds), ...looks(leadIds)]);
    const answered = await owner.transaction(async (other) => {
      await other.execute(sql`select from lead where ${inArray(lead.id, leadIds)} for update`);
      return Promise.all(batches.map(sendAll));
    });
    expect(answered).toEqual(
      batches.map(({ length }) => ({ accepted: length, repeated: 0, refused: [] })),
    );
    expect(await kept(leadIds)).toBe(READ_AT_ONCE + batches.flat().length);
    expect(await judged(leadIds)).toBe(0);
    // Each of the four handed them in or joined who had; together they are judged once.
    const handed = await handedIn(leadIds);
    expect([...new Set(handed)].toSorted()).toEqual(leadIds.toSorted());
    expect(await workOff(handed)).toEqual([]);
    expect(await judged(leadIds)).toBe(leadIds.length);
    expect(await viewsIn(leadIds)).toEqual(leadIds.map(() => 8));
  });

  it("is judged in the end where the process ends between keeping and judging", {
    timeout: 120_000,
  }, async () => {
    const leadIds = await leadsOf(JUDGED_AT_ONCE + 1);
    await sendAll(looks(leadIds));
    const ended = AbortSignal.abort(new Error("The process ends."));
    await expect(judgeMany(job, leadIds, () => now, ended)).rejects.toThrow("ends");
    const running = await runJobs({ ...idleHandlers(), ...manyHandlers(() => now) });
    await expect.poll(() => judged(leadIds), { timeout: 60_000 }).toBe(leadIds.length);
    await running.stop();
    expect(await viewsIn(leadIds)).toEqual(leadIds.map(() => 1));
  });

  it("has a lead that cannot be judged among others tried again by itself, until it can", async () => {
    const leadIds = await leadsOf(JUDGED_AT_ONCE + 1);
    const [bad = ""] = leadIds;
    await sendAll(looks(leadIds));
    const lift = await refuseToJudge(bad);
    expect(await workOff(leadIds)).toEqual([]);
    expect(await judged(leadIds)).toBe(leadIds.length - 1);
    const alone = async () => (await jobsOf(bad)).filter((ids) => ids.length === 1).length;
    expect(await alone()).toBe(1);
    expect(await workOff([bad])).toEqual([0]);
    expect(await alone()).toBe(1);
    await lift();
    expect(await workOff([bad])).toEqual([]);
    expect(await judged([bad])).toBe(1);
  });
});
