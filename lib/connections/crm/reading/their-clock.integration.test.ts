import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aCrm } from "@/db/factories/crms";
import { aRoutedLead } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { enrichmentHealth } from "@/db/schema/enrichment";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { outcome } from "@/db/schema/outcome";
import { testDatabase } from "@/db/testing/database";
import type { Double } from "@/e2e/doubles/double";
import { hubspotCrmGiven, startHubspot } from "@/e2e/doubles/hubspot";
import { ID_OF_LEADS, pipedriveGiven, startPipedrive } from "@/e2e/doubles/pipedrive";
import { salesforceGiven, startSalesforce } from "@/e2e/doubles/salesforce/salesforce";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { removeConnection } from "../../commands";
import type { GivenSettings } from "../../given-settings";
import { sendOutgoing } from "../../outbox/sending/commands";
import { readCrms } from "./commands";

const { db, owner } = testDatabase();
const job = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

let admin: Viewer;
let ops: Viewer;
let rep: Viewer;
let other: Viewer;
let close = async () => {};

beforeAll(async () => {
  [admin, ops] = [await aPerson("admin"), await aPerson("marketing_ops")];
  rep = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
  other = await aPerson("rep", { territory: ["SE"], timeZone: "Europe/Oslo" });
});
beforeEach(async () => {
  await owner.delete(enrichmentHealth);
});
afterEach(() => close());

/** A lead that is in the CRM that was just connected. */
async function written(system: string, double: Double, given: GivenSettings) {
  const connectionId = await aCrm(admin, system, given, now);
  close = async () => {
    await removeConnection(admin, { connectionId }, later(200));
    await double.close();
  };
  const leadId = await aRoutedLead(ops, now);
  await sendOutgoing(job, connectionId, () => later(1));
  return leadId;
}
const read = (seconds: number) => readCrms(job, () => later(seconds));
const dealOf = async (leadId: string) =>
  (await db.select().from(outcome).where(eq(outcome.leadId, leadId)))[0] ?? null;
const ownerOf = async (leadId: string) => {
  const [row] = await db
    .select({ ownerId: handoff.ownerId })
    .from(lead)
    .innerJoin(handoff, eq(handoff.id, lead.handoffId))
    .where(eq(lead.id, leadId));
  return row?.ownerId;
};

describe.each([
  ["behind", -2],
  ["ahead", 2],
])(
  "K.5 what happens in a CRM in its first hours is not lost where its clock is two hours %s",
  (_, hours) => {
    const theirs = (seconds: number) => later(seconds + hours * 3_600);
    const stamp = (seconds: number) => theirs(seconds).toISOString();

    it("in HubSpot: a new owner, and the first deal since the handoff", async () => {
      const hubspot = await startHubspot();
      const { account } = hubspot;
      for (const [id, { name, email }] of [rep, other].entries())
        account.owners.push({ id: String(id + 1), email, firstName: name, lastName: "" });
      account.now = theirs(1);
      const leadId = await written("hubspot_crm", hubspot, hubspotCrmGiven(hubspot.address));
      const contact = account.contacts.find(({ properties }) => properties.baton_id === leadId);
      const deal = (id: string, opened: number) => ({
        ...{ id, contactIds: [contact?.id ?? ""] },
        properties: {
          ...{ createdate: stamp(opened), dealstage: "11", hs_lastmodifieddate: stamp(100) },
        },
      });
      account.deals.push(deal("1", -3_600), deal("2", 95));
      account.now = theirs(50);
      await read(50);
      const change = { hubspot_owner_id: "2", lastmodifieddate: stamp(60) };
      Object.assign(contact?.properties ?? {}, change);
      account.now = theirs(110);
      await read(110);
      expect(await ownerOf(leadId)).toBe(other.id);
      expect(await dealOf(leadId)).toMatchObject({ detail: { deal: "2", stage: "Qualified" } });
    });

    it("in Pipedrive: a deal that was won", async () => {
      const pipedrive = await startPipedrive();
      pipedrive.at(theirs(1));
      const leadId = await written("pipedrive", pipedrive, pipedriveGiven(pipedrive.address));
      pipedrive.company.deals.push({
        ...{ id: 9, custom_fields: { [ID_OF_LEADS]: leadId }, status: "won", stage_id: 5 },
        ...{ add_time: stamp(95), won_time: stamp(100), update_time: stamp(100) },
      });
      await read(110);
      expect(await dealOf(leadId)).toMatchObject({ wonAt: theirs(100), detail: { deal: "9" } });
    });

    it("in Salesforce: a lead that was converted and won", async () => {
      const salesforce = await startSalesforce();
      salesforce.at(theirs(1));
      const leadId = await written("salesforce", salesforce, salesforceGiven(salesforce.address));
      salesforce.tables.Opportunity?.push({
        ...{
          Id: "006S",
          CreatedDate: stamp(95),
          CloseDate: "2026-06-03",
          SystemModstamp: stamp(100),
        },
        ...{ IsWon: true, IsClosed: true, StageName: "Closed Won" },
      });
      const converted = { ConvertedContactId: "003S", ConvertedOpportunityId: "006S" };
      Object.assign(salesforce.tables.Lead[0] ?? {}, converted, { SystemModstamp: stamp(100) });
      await read(110);
      expect(await dealOf(leadId)).toMatchObject({ wonAt: new Date("2026-06-03T12:00:00Z") });
    });
  },
);
