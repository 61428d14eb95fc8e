import { randomUUID } from "node:crypto";
import { count, inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead } from "@/db/factories/leads";
import { activity } from "@/db/schema/activity";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import { receiptDocument } from "@/lib/api/activities/endpoints";
import { JUDGED_AT_ONCE, judgeMany } from "@/lib/gate/many/commands";
import { anApiKey, send } from "../testing/api";

const { db, owner } = testDatabase();
const now = new Date();
const job = systemActor("job", "Tests");
const hourAgo = new Date(now.getTime() - 3_600_000).toISOString();

const leadsOf = (many: number) => Promise.all(Array.from({ length: many }, () => aLead(now)));
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
/** What the jobs that were handed in name of these leads. */
const handedIn = async (leadIds: string[]) => {
  const rows = await db.execute<{ lead: string }>(sql`
    select named.lead from pgboss.job
    cross join lateral jsonb_array_elements_text(job.data -> 'leadIds') as named (lead)
    where job.name = 'judge-leads'`);
  return rows.map((row) => row.lead).filter((id) => leadIds.includes(id));
};

describe("POST /api/v1/activities of many leads", () => {
  it("keeps all of them with the answer, and has their leads judged once by jobs", async () => {
    const leadIds = await leadsOf(JUDGED_AT_ONCE + 40);
    const batch = looks(leadIds);
    expect(await sendAll(batch)).toMatchObject({ accepted: leadIds.length, refused: [] });
    expect(await kept(leadIds)).toBe(leadIds.length);
    expect(await judged(leadIds)).toBe(0);
    expect((await handedIn(leadIds)).toSorted()).toEqual(leadIds.toSorted());
    await judgeMany(job, leadIds, now);
    await judgeMany(job, leadIds, now);
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
    await owner.execute(sql`
      create function refuse_one() returns trigger language plpgsql as $$
      begin raise exception 'not this one'; end $$`);
    await owner.execute(
      sql.raw(`create trigger refuse_one before update on lead for each row
        when (new.id = '${bad}') execute function refuse_one()`),
    );
    await expect(judgeMany(job, [bad, ...good], now)).rejects.toThrow();
    expect(await judged(good)).toBe(good.length);
  });
});
