import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { activity } from "@/db/schema/activity";
import { lead } from "@/db/schema/lead";
import { scoringModel } from "@/db/schema/scoring";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import { recordActivities } from "@/lib/intake/activities/commands";
import { modelInForce } from "@/lib/scoring/queries";
import { bringBack, leaveOut } from "@/lib/trail/commands";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const site = systemActor("connection", "Website");

/** A lead held at the gate that asked for a demo, by a model in which that alone makes an MQL. */
async function heldWithDemo() {
  const inForce = await modelInForce();
  const version = inForce.version + 1;
  const model = { ...inForce, threshold: 25, version };
  await db.insert(scoringModel).values({ version, model, createdAt: now });
  const leadId = await aLead(now);
  const details = { form: "Demo request", fields: {} };
  const demo = { id: randomUUID(), leadId, kind: "form_submitted" as const, details };
  await recordActivities(site, [{ ...demo, occurredAt: now }], { now, source: "Website" });
  const [row] = await db.select().from(activity).where(eq(activity.leadId, leadId));
  return { leadId, activityIds: [row?.id ?? ""] };
}

const mqlOf = async (id: string) => {
  const [row] = await db
    .select({ trigger: lead.trigger, mqlAt: lead.mqlAt })
    .from(lead)
    .where(eq(lead.id, id));
  return row;
};

describe("C4.6 X.6 the trigger of a lead whose activity a person chooses about", () => {
  it("is gone once its activity is left out, and there again once that is brought back", async () => {
    const ops = await aPerson("marketing_ops");
    const { leadId, activityIds } = await heldWithDemo();
    const mql = { trigger: "Asked for a demo", mqlAt: now };
    expect(await mqlOf(leadId)).toEqual(mql);
    await leaveOut(ops, { leadId, activityIds, words: "Our agency tried the form" }, now);
    expect(await mqlOf(leadId)).toEqual({ trigger: null, mqlAt: null });
    await bringBack(ops, { leadId, activityIds }, now);
    expect(await mqlOf(leadId)).toEqual(mql);
  });
});
