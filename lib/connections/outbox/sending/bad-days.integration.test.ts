import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aCrm, outgoingOf } from "@/db/factories/crms";
import { aRoutedLead } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { enrichmentHealth } from "@/db/schema/enrichment";
import { testDatabase } from "@/db/testing/database";
import { json } from "@/e2e/doubles/double";
import {
  SALESFORCE_FAULTS,
  type Salesforce,
  salesforceGiven,
  startSalesforce,
} from "@/e2e/doubles/salesforce/salesforce";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { parseBoardFilter } from "@/lib/documentation/board/filter";
import { boardLeads } from "@/lib/documentation/board/queries";
import { boardRows } from "@/lib/documentation/board/rows/queries";
import { whyWords } from "@/lib/documentation/board/why";
import { changeConnection, removeConnection } from "../../commands";
import { saveMap } from "../../crm/map/commands";
import { replaceSecrets } from "../../proof/commands";
import { retryWaiting } from "../../sync/commands";
import { syncs } from "../../sync/queries";
import { retryOutgoing } from "../standing/commands";
import { sendOutgoing } from "./commands";

const { owner } = testDatabase();
const job = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

let salesforce: Salesforce;
let admin: Viewer;
let ops: Viewer;
let rep: Viewer;
let connectionId: string;

beforeAll(async () => {
  admin = await aPerson("admin");
  ops = await aPerson("marketing_ops");
  rep = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
});
beforeEach(async () => {
  salesforce = await startSalesforce();
  salesforce.tables.User?.push({ Id: "005REP", Email: rep.email, Name: rep.name, IsActive: true });
  await owner.delete(enrichmentHealth);
  connectionId = await aCrm(admin, "salesforce", salesforceGiven(salesforce.address), now);
  return async () => {
    await removeConnection(admin, { connectionId }, now);
    await salesforce.close();
  };
});

const routed = () => aRoutedLead(ops, now);
const send = (at: Date) => sendOutgoing(job, connectionId, () => at);
const rows = (leadId: string) => outgoingOf(leadId, connectionId);
const theLead = (leadId: string) =>
  salesforce.tables.Lead.filter(({ Baton_Id__c }) => Baton_Id__c === leadId);

describe("K.5 where the id of Baton's is not unique in Salesforce", () => {
  it("the record is named, nothing is doubled, and it goes out once that is mended", async () => {
    const [leadId, other] = [await routed(), await routed()];
    const [row] = await rows(leadId);
    const notes = ["00T1", "00T2"].map((Id) => ({
      Id,
      Baton_Id__c: row?.handoffId,
      Subject: "Theirs",
    }));
    salesforce.tables.Task.push(...notes);
    await send(later(1));
    expect(await rows(leadId)).toMatchObject([
      { state: "failed", words: expect.stringContaining("Several records there have the same id") },
    ]);
    expect(await rows(other)).toMatchObject([{ state: "sent" }]);
    salesforce.tables.Task.splice(0, 1);
    await retryOutgoing(ops, { outgoingId: row?.id ?? "" }, later(60));
    await send(later(61));
    expect(await rows(leadId)).toMatchObject([{ state: "sent" }]);
    expect(salesforce.tables.Task).toHaveLength(2);
    expect(salesforce.tables.Lead).toHaveLength(2);
  });

  it("a call that is answered with 300 is tried again, and says why", async () => {
    const leadId = await routed();
    const urls = [
      "/services/data/v62.0/sobjects/Lead/00Q1",
      "/services/data/v62.0/sobjects/Lead/00Q2",
    ];
    salesforce.afterTheWork(json(300, urls));
    await send(later(1));
    expect(await rows(leadId)).toMatchObject([
      { state: "waiting", words: expect.stringContaining("(300)"), cause: "refused" },
    ]);
    salesforce.afterTheWork(null);
    await send(later(7_200));
    expect(await rows(leadId)).toMatchObject([{ state: "sent" }]);
    expect(salesforce.tables.Lead).toHaveLength(1);
  });
});

describe("K.5 where Salesforce refuses what is written to the field for Baton's id", () => {
  const idField = (object: "Lead" | "Task") => {
    const field = salesforce.objects[object]?.find(({ name }) => name === "Baton_Id__c");
    if (!field) throw new Error(`${object} has no such field.`);
    return field;
  };
  it.each([
    [
      "Lead",
      "may not be written",
      { createable: false, updateable: false },
      "The user may not write Lead.Baton_Id__c: allow it in its permission set.",
    ],
    ["Lead", "is too short", { length: 18 }, "Lead.Baton_Id__c holds 18 characters and needs 36."],
    [
      "Task",
      "may not be written",
      { createable: false, updateable: false },
      "The user may not write Task.Baton_Id__c: allow it in its permission set.",
    ],
  ] as const)(
    "of a %s, as it %s: all wait, that is named, and each goes out once it is mended",
    async (object, _, wrong, words) => {
      const leads = [await routed(), await routed()];
      const field = idField(object);
      const right = { ...field };
      Object.assign(field, wrong);
      for (const seconds of [1, 7_200]) await send(later(seconds));
      for (const leadId of leads)
        expect(await rows(leadId)).toMatchObject([{ state: "waiting", words, cause: "refused" }]);
      Object.assign(field, right);
      await send(later(14_400));
      for (const leadId of leads) {
        expect(await rows(leadId)).toMatchObject([{ state: "sent" }]);
        expect(theLead(leadId)).toHaveLength(1);
      }
      expect(salesforce.tables.Task).toHaveLength(2);
    },
  );
});

describe("K.5 on Salesforce's bad days nothing is lost and nothing doubled", () => {
  const fault = (name: keyof typeof SALESFORCE_FAULTS) => SALESFORCE_FAULTS[name];
  const once = (leadId: string) => {
    expect(theLead(leadId)).toHaveLength(1);
    expect(salesforce.tables.Task).toHaveLength(1);
  };

  it("where nobody listens at its port, and then somebody does", async () => {
    const leadId = await routed();
    const nowhere = await startSalesforce();
    await nowhere.close();
    const move = (address: string) =>
      changeConnection(
        admin,
        { connectionId, name: `Salesforce ${leadId}`, ...salesforceGiven(address) },
        now,
      );
    expect(await move(nowhere.address)).toMatchObject({ ok: true });
    await send(later(1));
    expect(await rows(leadId)).toMatchObject([
      { state: "waiting", cause: "unreachable", words: "Could not be reached (ECONNREFUSED)." },
    ]);
    await move(salesforce.address);
    await send(later(120));
    once(leadId);
  });

  it("where the record is deleted there in the moment between: it is made anew", async () => {
    const leadId = await routed();
    salesforce.tables.Lead.push({
      ...{ Id: "00QTHEIRS", Email: "ingrid.solberg@nordlys.example", IsConverted: false },
      Baton_Id__c: null,
    });
    const held = salesforce.holdBack(/\/query/);
    const sending = send(later(1));
    await held.arrived;
    salesforce.tables.Lead.length = 0;
    held.release();
    await sending;
    expect(await rows(leadId)).toMatchObject([
      { state: "waiting", words: expect.stringContaining("deleted there meanwhile") },
    ]);
    await send(later(120));
    once(leadId);
    expect(await rows(leadId)).toMatchObject([{ state: "sent" }]);
  });

  it("where a session has expired, with a new one and at once", async () => {
    await routed();
    await send(later(1));
    salesforce.expire();
    const leadId = await routed();
    await send(later(2));
    expect(theLead(leadId)).toHaveLength(1);
    expect(await rows(leadId)).toMatchObject([{ state: "sent", tries: 1 }]);
  });

  it("where the org has used up its calls: it is left alone for an hour, and says so", async () => {
    await routed();
    await send(later(1));
    const leadId = await routed();
    salesforce.fail(fault("a used-up day"));
    await send(later(1));
    const [row] = await rows(leadId);
    expect(row?.dueAt.getTime()).toBeGreaterThanOrEqual(later(3_600).getTime());
    expect(row?.words).toContain("used up its API calls");
  });

  it("where Baton's access was revoked, and after it was given again", async () => {
    const leadId = await routed();
    salesforce.revoke(true);
    await send(later(1));
    expect(await rows(leadId)).toMatchObject([
      { state: "waiting", cause: "unauthorised", words: expect.stringContaining("revoked") },
    ]);
    salesforce.revoke(false);
    const { secrets } = salesforceGiven(salesforce.address);
    expect(await replaceSecrets(admin, { connectionId, secrets }, later(60))).toMatchObject({
      ok: true,
    });
    await send(later(61));
    once(leadId);
  });

  it("where a field has changed its type: it waits, and goes out once the map is mended", async () => {
    const first = await routed();
    await send(later(1));
    const title = salesforce.objects.Lead?.find(({ name }) => name === "Title");
    Object.assign(title ?? {}, { type: "double", length: 0 });
    const leadId = await routed();
    await send(later(2));
    expect(await rows(leadId)).toMatchObject([
      { state: "waiting", words: "Waits until the field map is mended." },
    ]);
    await send(later(1_000));
    expect(theLead(leadId)).toEqual([]);
    const entries = [{ from: "C1.3", to: "Company" }];
    const wrong = [...entries, { from: "C1.2", to: "Title" }];
    expect(await saveMap(admin, { connectionId, entries: wrong }, later(1_001))).toMatchObject({
      value: {
        faults: [{ to: "Title", words: expect.stringContaining("a number field (double)") }],
      },
    });
    await saveMap(admin, { connectionId, entries }, later(1_002));
    await send(later(1_003));
    expect(theLead(leadId)).toHaveLength(1);
    expect(theLead(first)).toHaveLength(1);
  });

  it("where it refuses one record: that one is given up, can be read and is replayed", async () => {
    const entries = [{ from: "C1.2", to: "Rating" }];
    Object.assign(salesforce.objects.Lead?.find(({ name }) => name === "Rating") ?? {}, {
      restrictedPicklist: false,
    });
    await saveMap(admin, { connectionId, entries }, now);
    Object.assign(salesforce.objects.Lead?.find(({ name }) => name === "Rating") ?? {}, {
      restrictedPicklist: true,
      type: "string",
    });
    const leadId = await routed();
    await send(later(1));
    const [row] = await rows(leadId);
    expect(row).toMatchObject({ state: "failed", words: expect.stringContaining("Rating") });
    const [board] = await boardRows(ops, "sync", [leadId], later(2));
    expect(board && whyWords(board.why).first).toMatch(/^Not in salesforce .*Rating/);
    const sync = (await syncs(ops, later(2))).find(({ id }) => id === connectionId);
    expect(sync).toMatchObject({ does: "writes", waiting: 1, failures: [{ count: 1 }] });
    Object.assign(salesforce.objects.Lead?.find(({ name }) => name === "Rating") ?? {}, {
      restrictedPicklist: false,
    });
    expect(await retryOutgoing(ops, { outgoingId: row?.id ?? "" }, later(5))).toMatchObject({
      ok: true,
    });
    await send(later(6));
    once(leadId);
    expect(await boardLeads(ops, parseBoardFilter({ show: "sync" }))).not.toContain(leadId);
    expect(await retryWaiting(ops, { id: connectionId }, later(7))).toMatchObject({ ok: false });
  });
});
