import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCrm } from "@/db/factories/crms";
import { aRoutedLead } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { history } from "@/db/schema/history";
import { lead } from "@/db/schema/lead";
import { outcome } from "@/db/schema/outcome";
import { person } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import {
  type Salesforce,
  salesforceGiven,
  startSalesforce,
} from "@/e2e/doubles/salesforce/salesforce";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { handoffOfLead } from "@/lib/handoff/queries";
import { sendOutgoing } from "../../outbox/sending/commands";
import { readCrms } from "./commands";

const { db, owner } = testDatabase();
const job = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

let salesforce: Salesforce;
let connectionId: string;
let rep: Viewer;
let other: Viewer;
let leadId: string;

beforeAll(async () => {
  const [admin, ops] = [await aPerson("admin"), await aPerson("marketing_ops")];
  rep = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
  salesforce = await startSalesforce();
  connectionId = await aCrm(admin, "salesforce", salesforceGiven(salesforce.address), now);
  leadId = await aRoutedLead(ops, now);
  other = await aPerson("rep", { territory: ["SE"], timeZone: "Europe/Oslo" });
  salesforce.tables.User?.push(
    { Id: "005REP", Email: rep.email, Name: rep.name, IsActive: true },
    { Id: "005OTHER", Email: other.email, Name: other.name, IsActive: true },
  );
  await sendOutgoing(job, connectionId, () => later(1));
});
afterAll(() => salesforce.close());

/** What somebody changes on the record there, at a moment. */
function change(object: "Lead" | "Opportunity", at: Date, values: object) {
  const row = salesforce.tables[object]?.[0];
  Object.assign(row ?? {}, values, { SystemModstamp: at.toISOString() });
}
const read = (at: Date) => readCrms(job, () => at);
const ownerNow = async () => {
  const [row] = await db
    .select({ ownerId: handoff.ownerId, reason: handoff.snapshot })
    .from(lead)
    .innerJoin(handoff, eq(handoff.id, lead.handoffId))
    .where(eq(lead.id, leadId));
  return row?.ownerId;
};
const deal = async () => {
  const [row] = await db.select().from(outcome).where(eq(outcome.leadId, leadId));
  return row ?? null;
};

describe("K.3 what a CRM says of its records is read back", () => {
  it("says nothing of an owner whose address has other capitals there", async () => {
    const Email = rep.email.charAt(0).toUpperCase() + rep.email.slice(1);
    change("Lead", later(2), { Owner: { Name: rep.name, Email } });
    await read(later(5));
    const told = and(eq(history.subjectId, leadId), eq(history.verb, "changed the owner"));
    expect(await db.select().from(history).where(told)).toEqual([]);
  });

  it("changes nothing where nothing was changed, or where the new owner is nobody of ours", async () => {
    await read(later(10));
    expect(await ownerNow()).toBe(rep.id);
    const Owner = { Name: "Sales queue", Email: null };
    change("Lead", later(20), { OwnerId: "00GQUEUE", Owner });
    await read(later(30));
    expect(await ownerNow()).toBe(rep.id);
    change("Lead", later(40), { OwnerId: "005REP", Owner: { Name: rep.name, Email: rep.email } });
    await read(later(50));
    expect(await ownerNow()).toBe(rep.id);
  });

  it("gives the lead to the rep that it was given to there, at their cap or not, through the gate, and tells of it", async () => {
    await owner.update(person).set({ leadCap: 0 }).where(eq(person.id, other.id));
    change("Lead", later(60), {
      ...{ OwnerId: "005OTHER", Owner: { Name: other.name, Email: other.email } },
    });
    await read(later(70));
    expect(await ownerNow()).toBe(other.id);
    await read(later(80));
    const given = await db.select().from(handoff).where(eq(handoff.leadId, leadId));
    expect(given).toHaveLength(2);
    const told = await db
      .select()
      .from(history)
      .where(and(eq(history.subjectId, leadId), eq(history.verb, "changed the owner")));
    expect(told.at(-1)).toMatchObject({ after: other.name });
    await sendOutgoing(job, connectionId, () => later(90));
    expect(salesforce.tables.Lead).toMatchObject([{ OwnerId: "005OTHER" }]);
  });

  it("is told to the lead's rep with the handoff, and to the one before no more", async () => {
    change("Lead", later(92), { Status: "Working" });
    await read(later(95));
    const crms = async (viewer: Viewer) => (await handoffOfLead(viewer, leadId))?.crms;
    expect(await crms(other)).toEqual([
      {
        ...{ id: connectionId, name: expect.stringContaining("salesforce"), address: null },
        ...{ stage: "Working", owner: other.name, isAnothers: false },
      },
    ]);
    expect(await crms(rep)).toEqual([]);
    expect(await crms(await aPerson("manager"))).toMatchObject([{ stage: "Working" }]);
  });

  it("notes the deal that a lead became, and when it was won, so that nobody types it", async () => {
    salesforce.tables.Opportunity?.push({
      ...{ Id: "006D", CreatedDate: "2026-06-10T08:00:00.000+0000", CloseDate: "2026-08-01" },
      ...{ IsWon: false, IsClosed: false, StageName: "Qualification" },
      SystemModstamp: later(100).toISOString(),
    });
    const converted = {
      IsConverted: true,
      ConvertedContactId: "003C",
      ConvertedOpportunityId: "006D",
    };
    change("Lead", later(100), converted);
    await read(later(110));
    expect(await deal()).toMatchObject({
      opportunityAt: new Date("2026-06-10T08:00:00Z"),
      wonAt: null,
      detail: { deal: "006D", stage: "Qualification" },
    });
    change("Opportunity", later(4_000), {
      ...{ IsWon: true, IsClosed: true, StageName: "Closed Won", CloseDate: "2026-07-15" },
    });
    await read(later(4_010));
    const won = await deal();
    expect(won).toMatchObject({ wonAt: new Date("2026-07-15T12:00:00Z") });
    await read(later(4_020));
    expect(await deal()).toEqual(won);
  });

  it("asks only for what changed since, and loses nothing while it is down", async () => {
    salesforce.fail({ status: 503, body: "[]" });
    change("Opportunity", later(5_000), { IsWon: false, StageName: "Negotiation" });
    await read(later(5_010));
    salesforce.fail(null);
    await read(later(9_000));
    expect(await deal()).toMatchObject({ wonAt: null, detail: { stage: "Negotiation" } });
    const asked = salesforce.asked.filter(({ query }) =>
      query.get("q")?.includes("SystemModstamp >="),
    );
    expect(asked.at(-1)?.query.get("q")).toContain("SystemModstamp >= 2026-06-03T11:");
  });
});
