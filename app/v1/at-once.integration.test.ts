import { randomUUID } from "node:crypto";
import { count, eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { aLead } from "@/db/factories/leads";
import { did } from "@/db/factories/read-back";
import { activity, activityReceipt, anonymousActivity } from "@/db/schema/activity";
import { testDatabase } from "@/db/testing/database";
import { untilWaiting } from "@/db/testing/waiting";
import { visitHandlers } from "@/lib/intake/activities/visits/handlers";
import { systemClock } from "@/lib/platform/clock";
import { aWriteKey, track } from "./testing/tracker";

const { db, owner } = testDatabase();

it("K.1 takes each messageId once where the same batch comes several times at once", async () => {
  const basic = await aWriteKey();
  const email = `${randomUUID()}@nordlys.example`;
  const leadId = await aLead(new Date(), { email });
  const userId = `u-${randomUUID()}`;
  await track("identify", { userId, traits: { email } }, { basic });
  const anonymousId = randomUUID();
  const batch = [{ userId }, { anonymousId }].flatMap((visitor) =>
    Array.from({ length: 6 }, () => ({
      ...{ type: "page", messageId: randomUUID(), properties: { path: "/x" } },
      ...visitor,
    })),
  );
  const answers = await Promise.all([1, 2, 3].map(() => track("batch", { batch }, { basic })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const [kept] = await db
    .select({ count: count() })
    .from(activity)
    .where(eq(activity.leadId, leadId));
  expect(kept?.count).toBe(6);
  const [waiting] = await db
    .select({ count: count() })
    .from(anonymousActivity)
    .where(eq(anonymousActivity.visitor, `anonymous:${anonymousId}`));
  expect(waiting?.count).toBe(6);
});

/** Does what jobs were handed in for, though it is not their time yet. */
async function doWhatWaits(): Promise<void> {
  const jobs = await owner.execute<{ data: { leadIds: string[] } }>(sql`
    select data from pgboss.job where name = 'stitch-visitors'`);
  const stitch = visitHandlers(systemClock)["stitch-visitors"];
  await stitch(
    jobs.map(({ data }) => data),
    new AbortController().signal,
  );
}

it("C3 hands a page to the lead whose visitor said who they are in the same moment", async () => {
  const basic = await aWriteKey();
  const anonymousId = randomUUID();
  const page = (messageId: string) =>
    track("page", { anonymousId, messageId, properties: { path: "/pricing" } }, { basic });
  const [first, second] = [randomUUID(), randomUUID()];
  await page(first);
  const [{ source = "" } = {}] = await db
    .select({ source: activityReceipt.source })
    .from(activityReceipt)
    .where(eq(activityReceipt.messageId, first));
  // The second page was looked at as a stranger's, and is not kept yet when they give their address.
  const [held, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = owner.transaction(async (tx) => {
    await tx.insert(activityReceipt).values({ source, messageId: second, receivedAt: new Date() });
    held.resolve();
    await over.promise;
    tx.rollback();
  });
  await held.promise;
  const late = page(second);
  await untilWaiting(1);
  const email = `${randomUUID()}@nordlys.example`;
  const said = await track("identify", { anonymousId, traits: { email } }, { basic });
  over.resolve();
  await holding.catch(() => {});
  expect([said.status, (await late).status]).toEqual([200, 200]);
  await doWhatWaits();
  const done = await did(email);
  expect(done.filter(({ kind }) => kind === "page_viewed")).toHaveLength(2);
});
