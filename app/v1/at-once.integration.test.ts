import { randomUUID } from "node:crypto";
import { count, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { aLead } from "@/db/factories/leads";
import { activity, anonymousActivity } from "@/db/schema/activity";
import { testDatabase } from "@/db/testing/database";
import { aWriteKey, track } from "./testing/tracker";

const { db } = testDatabase();

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
