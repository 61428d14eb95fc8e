import { randomUUID } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { aLead, evaluate } from "@/db/factories/leads";
import { aRoutedLead } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { activity } from "@/db/schema/activity";
import { history } from "@/db/schema/history";
import { lead, leadIdentity } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { untilWaiting } from "@/db/testing/waiting";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { bringLeadsBack } from "@/lib/gate/aside/commands";
import { handoffOfLead } from "@/lib/handoff/queries";
import { recordActivities } from "../activities/commands";
import { mergeLeadsWithin } from "./commands";

const { db, owner, transaction } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const sender = systemActor("connection", "Tests");

let ops: Viewer;
let rep: Viewer;
beforeAll(async () => {
  ops = await aPerson("marketing_ops");
  rep = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
});

/** A name that another system knows a lead by, and a page that the lead read under it. */
async function known(leadId: string) {
  const identity = { kind: "external" as const, value: `map-${randomUUID()}` };
  await db.insert(leadIdentity).values({ ...identity, leadId, createdAt: now });
  const visit = { id: randomUUID(), kind: "page_viewed", occurredAt: now } as const;
  const path = `/${identity.value}`;
  await recordActivities(sender, [{ ...visit, leadId, details: { path } }], { now, source: "T" });
  return identity;
}
const merge = (leadId: string, also: Awaited<ReturnType<typeof known>>[]) =>
  transaction((tx) => mergeLeadsWithin(tx, sender, [{ leadId, also }], now));
const statusesOf = async (ids: string[]) => {
  const rows = await db.select().from(lead).where(inArray(lead.id, ids));
  return ids.map((id) => rows.find((row) => row.id === id)?.status);
};
const pathsOf = async (leadId: string) =>
  (await db.select().from(activity).where(eq(activity.leadId, leadId))).map(({ details }) =>
    "path" in details ? details.path : null,
  );

describe("leads that are one person elsewhere", () => {
  it("are one here: one stays with what both did, the other is set aside, and both say so", async () => {
    const [kept, gone] = [await aLead(now), await aLead(now)];
    for (const id of [kept, gone]) await evaluate(id, now);
    const names = [await known(kept), await known(gone)];
    await merge(kept, names);
    await merge(kept, names);
    expect(await statusesOf([kept, gone])).toEqual(["pending_enrichment", "excluded"]);
    const paths = await pathsOf(kept);
    for (const { value } of names)
      expect(paths.filter((path) => path === `/${value}`)).toHaveLength(1);
    const told = await db.select().from(history).where(eq(history.subjectId, gone));
    expect(told.filter(({ verb }) => verb === "merged into")).toMatchObject([
      { after: { lead: kept } },
    ]);
  });

  it("stay with the rep who has one of them, whichever the other system kept", async () => {
    const given = await aRoutedLead(ops, now);
    const kept = await aLead(now);
    await evaluate(kept, now);
    const names = [await known(kept), await known(given)];
    const before = await handoffOfLead(rep, given);
    await merge(kept, names);
    expect(await statusesOf([kept, given])).toEqual(["excluded", "routed"]);
    expect(await handoffOfLead(rep, given)).toMatchObject({
      ...{ id: before?.id, snapshot: before?.snapshot },
    });
    expect(await pathsOf(given)).toEqual(
      expect.arrayContaining(names.map((one) => `/${one.value}`)),
    );
  });

  it("stay with both reps where each has one: nobody's lead is taken away", async () => {
    const [kept, other] = [await aRoutedLead(ops, now), await aRoutedLead(ops, now)];
    const names = [await known(kept), await known(other)];
    await merge(kept, names);
    expect(await statusesOf([kept, other])).toEqual(["routed", "routed"]);
    expect(await pathsOf(kept)).toContain(`/${names[1]?.value}`);
    const [row] = await db
      .select()
      .from(leadIdentity)
      .where(eq(leadIdentity.value, names[1]?.value ?? ""));
    expect(row?.leadId).toBe(kept);
  });
});

it("merges a lead that is being brought back in the same moment: neither gives way to the other", async () => {
  const [kept, gone] = [await aLead(now), await aLead(now)];
  for (const id of [kept, gone]) await evaluate(id, now);
  const names = [await known(kept), await known(gone)];
  await merge(kept, names);
  const again = { kind: "external", value: `map-${randomUUID()}` } as const;
  await db.insert(leadIdentity).values({ ...again, leadId: gone, createdAt: now });
  const [held, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = owner.transaction(async (tx) => {
    await tx
      .select()
      .from(lead)
      .where(inArray(lead.id, [kept, gone]))
      .for("update");
    held.resolve();
    await over.promise;
  });
  await held.promise;
  const merging = merge(kept, [again]);
  await untilWaiting(1);
  const bringing = bringLeadsBack(ops, { leadIds: [gone] }, now);
  await untilWaiting(2);
  over.resolve();
  await Promise.all([holding, merging]);
  expect(await bringing).toMatchObject({ ok: true });
});
