import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { aCrm } from "@/db/factories/crms";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aRoutedLead } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { notice } from "@/db/schema/notice";
import { person } from "@/db/schema/person";
import { routingElsewhere } from "@/db/schema/routing-elsewhere";
import { testDatabase } from "@/db/testing/database";
import { salesforceGiven } from "@/e2e/doubles/salesforce/salesforce";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { followOwner } from "@/lib/gate/elsewhere/following/commands";
import { fillField } from "@/lib/gate/filling/commands";
import { logAttempt } from "@/lib/handoff/commands";
import type { RoutedElsewhere } from "../../crm";
import { followDecisions, noteDecisions } from "./commands";

const { db, transaction } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const salesforce = systemActor("connection", "Salesforce");
const reason = "LeanData: assigned";

let ops: Viewer;
let ruled: Viewer;
let decided: Viewer;
let connectionId: string;

beforeEach(async () => {
  await db.update(person).set({ active: false });
  const admin = await aPerson("admin");
  ops = await aPerson("marketing_ops");
  ruled = await aPerson("rep", { territory: ["NO"] });
  decided = await aPerson("rep", { territory: ["SE"] });
  connectionId = await aCrm(admin, "salesforce", salesforceGiven("http://127.0.0.1:9"), now);
});

/** What a reading of the CRM brings of a lead: its owner there, or a queue. */
async function reads(leadId: string, owner: Viewer | null, at: Date) {
  const [row] = await db.select().from(lead).where(eq(lead.id, leadId));
  const decision: RoutedElsewhere = {
    ...{ email: row?.email ?? "", owner: owner?.email ?? null, reason, decidedAt: at },
  };
  await transaction((tx) => noteDecisions(tx, salesforce, connectionId, [decision], at));
  await followDecisions(salesforce, connectionId, at);
}
async function held(): Promise<string> {
  const leadId = await aLead(now);
  await evaluate(leadId, now);
  await document(ops, leadId, now, ["C2.5"]);
  return leadId;
}
const mend = (leadId: string, at: Date) =>
  fillField(ops, { leadId, fieldId: "C2.5", value: "none" }, at);
const ownersOf = async (leadId: string) => {
  const given = await db
    .select({ id: handoff.id, ownerId: handoff.ownerId })
    .from(handoff)
    .where(eq(handoff.leadId, leadId))
    .orderBy(asc(handoff.routedAt));
  return given.map(({ ownerId }) => ownerId);
};
const waits = (leadId: string) =>
  db.select().from(routingElsewhere).where(eq(routingElsewhere.leadId, leadId));

describe("K.4 what LeanData decided while the gate held the lead", () => {
  it("is followed once that lets it through, by one handoff and one notice", async () => {
    const leadId = await held();
    await reads(leadId, decided, later(1));
    await mend(leadId, later(10));
    await followDecisions(salesforce, connectionId, later(14));
    expect(await ownersOf(leadId)).toEqual([decided.id]);
    const told = await db.select().from(notice).where(eq(notice.leadId, leadId));
    expect(told.map(({ personId }) => personId)).toEqual([decided.id]);
  });

  it("is withdrawn where the lead was given back to a queue there", async () => {
    const leadId = await held();
    await reads(leadId, decided, later(1));
    await reads(leadId, null, later(2));
    expect(await waits(leadId)).toEqual([]);
    await mend(leadId, later(10));
    expect(await ownersOf(leadId)).toEqual([ruled.id]);
  });
});

describe("K.4 what LeanData decides of a lead that a rep has", () => {
  it("takes it from a rep who has not tried, and not from one who has", async () => {
    const [untried, tried] = [await aRoutedLead(ops, now), await aRoutedLead(ops, now)];
    expect(await ownersOf(tried)).toEqual([ruled.id]);
    const [row] = await db.select().from(handoff).where(eq(handoff.leadId, tried));
    const handoffId = row?.id ?? "";
    await logAttempt(ruled, { handoffId, kind: "call", result: "no_answer" }, later(2));
    for (const leadId of [untried, tried]) await reads(leadId, decided, later(4));
    expect(await ownersOf(untried)).toEqual([ruled.id, decided.id]);
    expect(await ownersOf(tried)).toEqual([ruled.id]);
    expect(await waits(tried)).toEqual([]);
    // A person there knows what they do.
    const owner = { leadId: tried, email: decided.email };
    await transaction((tx) => followOwner(tx, salesforce, owner, later(6)));
    expect(await ownersOf(tried)).toEqual([ruled.id, decided.id]);
  });
});
