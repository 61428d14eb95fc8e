import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aCrm } from "@/db/factories/crms";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { enrichmentAnswer } from "@/db/schema/enrichment";
import { lead, leadField } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { FAULTS } from "@/e2e/doubles/double";
import {
  type Salesforce,
  salesforceGiven,
  startSalesforce,
} from "@/e2e/doubles/salesforce/salesforce";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { chainToRun } from "@/lib/enrichment/providers";
import { enrichLeads } from "@/lib/gate/enrichment/commands";
import { setPaused } from "../../commands";
import { syncs } from "../../sync/queries";

const { db, owner } = testDatabase();
const job = systemActor("job", "Tests");
const now = new Date();
let salesforce: Salesforce;
let connectionId: string;
let admin: Viewer;
let ops: Viewer;

beforeAll(async () => {
  [admin, ops] = [await aPerson("admin"), await aPerson("marketing_ops")];
  await aPerson("rep", { territory: ["NO"] });
  salesforce = await startSalesforce();
  connectionId = await aCrm(admin, "salesforce", salesforceGiven(salesforce.address), now);
});
afterAll(() => salesforce.close());
// All of them are the same person, whose match would be known already.
beforeEach(async () => {
  await owner.delete(enrichmentAnswer);
});

/** A lead to which nothing is missing but the CRM match; asked about by whom the chain asks now. */
async function lacksMatch(): Promise<string> {
  const leadId = await aLead(now);
  await evaluate(leadId, now);
  await document(ops, leadId, now, ["C2.5"]);
  return leadId;
}
async function enrich(leadId: string) {
  const steps = (await chainToRun(job)).filter(({ lookup }) => lookup === "person");
  await enrichLeads(job, [leadId], { clock: () => new Date(), steps, anew: true });
}
const matches = (leadId: string) =>
  db
    .select({ value: leadField.value, source: leadField.source, provider: leadField.provider })
    .from(leadField)
    .where(eq(leadField.leadId, leadId))
    .then((rows) => rows.filter(({ source }) => source === "crm"));
const statusOf = async (leadId: string) =>
  (await db.select().from(lead).where(eq(lead.id, leadId)))[0]?.status;

describe("C2.5 the CRM match opens the gate", () => {
  it("is asked of the connected CRM by the chain, and 'none' is an answer", async () => {
    const leadId = await lacksMatch();
    expect(await statusOf(leadId)).toBe("pending_enrichment");
    await enrich(leadId);
    expect(await matches(leadId)).toMatchObject([{ value: "none" }]);
    expect(await statusOf(leadId)).toBe("routed");
  });

  it("holds the lead while the CRM is down, and says so of the connection", async () => {
    salesforce.fail(FAULTS["a fault of its own"]);
    const leadId = await lacksMatch();
    await enrich(leadId);
    expect(await matches(leadId)).toEqual([]);
    expect(await statusOf(leadId)).toBe("pending_enrichment");
    const told = (await syncs(ops, new Date())).find(({ id }) => id === `match:${connectionId}`);
    expect(told).toMatchObject({ does: "is asked", waiting: 1, gives: ["C2.5"] });
    salesforce.fail(null);
  });

  it("is not asked while the connection is paused", async () => {
    await setPaused(admin, { connectionId, paused: true }, now);
    const asked = salesforce.asked.length;
    await enrich(await lacksMatch());
    expect(salesforce.asked).toHaveLength(asked);
  });
});
