import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import { recordActivities } from "@/lib/intake/activities/commands";
import { saveExclusions } from "@/lib/trail/commands";
import { exclusionsInForce } from "@/lib/trail/queries";
import type { ExclusionSettings } from "@/lib/trail/settings";
import { tryExclusions } from "@/lib/trail/trial/queries";
import { judgeByExclusions } from "./commands";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const job = systemActor("job", "Exclusion rules");
const site = systemActor("connection", "Website");

async function sweep(version: number): Promise<void> {
  let afterId: string | undefined;
  for (;;) {
    const last = await judgeByExclusions(job, { version, afterId }, now);
    if (last === null) return;
    afterId = last;
  }
}

async function readEnergy(leadId: string): Promise<void> {
  const one = { leadId, kind: "page_viewed" as const, occurredAt: now };
  const details = { path: "/energy/pricing", seconds: 200 };
  const given = [{ ...one, id: randomUUID(), details }];
  await recordActivities(site, given, { now, source: "Website" });
}

const trailOf = async (id: string) => {
  const [row] = await db.select({ computed: lead.computed }).from(lead).where(eq(lead.id, id));
  return JSON.stringify(row?.computed["C3.8"]?.value ?? []);
};

describe("X.2 settings that change", () => {
  it("are tried first, then judge the leads that no rep has, and leave handoffs as they were", async () => {
    await aPerson("rep");
    const admin = await aPerson("admin");
    const [open, given] = [await aLead(now), await aLead(now)];
    await readEnergy(open);
    await readEnergy(given);
    await document(admin, given, now);
    await evaluate(given, now);
    const snapshotOf = async () =>
      (await db.select().from(handoff).where(eq(handoff.leadId, given))).at(0)?.snapshot;
    const before = await snapshotOf();
    expect(before).toBeDefined();
    expect(await trailOf(open)).toContain("/energy/pricing");

    const inForce = await exclusionsInForce();
    const settings: ExclusionSettings = { ...inForce.settings, otherPaths: ["/energy"] };
    const trial = await tryExclusions(admin, settings, now);
    expect(trial.leads).toBeGreaterThanOrEqual(2);
    const tried = trial.rules.find(({ rule }) => rule === "other_product");
    expect(tried).toMatchObject({ before: 0, after: 2 });

    const input = { settings, basedOn: inForce.version, reason: "Energy is sold elsewhere" };
    const saved = await saveExclusions(admin, input, now);
    if (!saved.ok) throw new Error(saved.reason);
    await sweep(saved.value.version - 1);
    expect(await trailOf(open)).toContain("/energy/pricing");
    await sweep(saved.value.version);
    expect(await trailOf(open)).not.toContain("/energy/pricing");
    expect(await snapshotOf()).toEqual(before);
  });
});
