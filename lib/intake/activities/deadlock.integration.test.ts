import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { aLead } from "@/db/factories/leads";
import { activityReceipt } from "@/db/schema/activity";
import { testDatabase } from "@/db/testing/database";
import { untilWaiting } from "@/db/testing/waiting";
import { systemActor } from "@/lib/access/viewer";
import { recordActivities } from "./commands";

const { transaction } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const site = systemActor("connection", "Website");

it("activities that another transaction is in the way of are kept at the next try, whole and once", async () => {
  const leadId = await aLead(now);
  const id = randomUUID();
  const details = { path: "/pricing" };
  const visit = { id, leadId, kind: "page_viewed" as const, occurredAt: now, details };
  const stamp = { now, source: site.name };
  let recording: ReturnType<typeof recordActivities> | undefined;
  await transaction(async (tx) => {
    await tx.execute(sql`select 1 from lead where id = ${leadId} for update`);
    recording = recordActivities(site, [visit], stamp);
    recording.catch(() => {});
    await untilWaiting(1);
    const receipt = { source: site.name, messageId: id, receivedAt: now };
    await tx.insert(activityReceipt).values(receipt);
    await tx.delete(activityReceipt).where(eq(activityReceipt.messageId, id));
  });
  expect(await recording).toEqual({ accepted: 1, repeated: 0, refused: [] });
  expect(await recordActivities(site, [visit], stamp)).toMatchObject({ accepted: 0, repeated: 1 });
});
