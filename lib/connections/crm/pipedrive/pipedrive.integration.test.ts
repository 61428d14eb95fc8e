import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aCrm, outgoingOf } from "@/db/factories/crms";
import { aRoutedLead } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { enrichmentHealth } from "@/db/schema/enrichment";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { outcome } from "@/db/schema/outcome";
import { testDatabase } from "@/db/testing/database";
import type { Reply } from "@/e2e/doubles/double";
import {
  ANSWER,
  ID_OF_LEADS,
  PIPEDRIVE_FAULTS,
  type Pipedrive,
  pipedriveGiven,
  SUMMARY,
  startPipedrive,
} from "@/e2e/doubles/pipedrive";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { addNote } from "@/lib/handoff/commands";
import { accept } from "@/lib/handoff/decisions/commands";
import { removeConnection } from "../../commands";
import { sendOutgoing } from "../../outbox/sending/commands";
import { retryOutgoing } from "../../outbox/standing/commands";
import { saveMap } from "../map/commands";
import { readCrms } from "../reading/commands";

const { db, owner } = testDatabase();
const job = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

let pipedrive: Pipedrive;
let admin: Viewer;
let ops: Viewer;
let rep: Viewer;
let other: Viewer;
let connectionId: string;

beforeAll(async () => {
  [admin, ops] = [await aPerson("admin"), await aPerson("marketing_ops")];
  rep = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
  other = await aPerson("rep", { territory: ["SE"], timeZone: "Europe/Oslo" });
});
beforeEach(async () => {
  pipedrive = await startPipedrive();
  for (const [index, { name, email }] of [rep, other].entries())
    pipedrive.company.users.push({ id: index + 1, name, email, active_flag: true });
  await owner.delete(enrichmentHealth);
  connectionId = await aCrm(admin, "pipedrive", pipedriveGiven(pipedrive.address), now);
  return async () => {
    await removeConnection(admin, { connectionId }, now);
    await pipedrive.close();
  };
});

const routed = () => aRoutedLead(ops, now);
const send = (at: Date) => sendOutgoing(job, connectionId, () => at);
const rows = (leadId: string) => outgoingOf(leadId, connectionId);
const leadsOf = (leadId: string) =>
  pipedrive.company.leads.filter((row) => row[ID_OF_LEADS] === leadId);
const once = (leadId: string) => {
  expect(pipedrive.company.persons).toHaveLength(1);
  expect(leadsOf(leadId)).toHaveLength(1);
  const [{ id } = { id: "" }] = leadsOf(leadId);
  expect(pipedrive.company.notes.filter((note) => note.lead_id === id)).toHaveLength(1);
};
const handoffIdOf = async (leadId: string) =>
  (await db.select().from(lead).where(eq(lead.id, leadId)))[0]?.handoffId ?? "";

describe("K.3 a handoff reaches Pipedrive", () => {
  it("as one person with a lead and one readable note, owned by its rep", async () => {
    const leadId = await routed();
    await send(later(1));
    await send(later(2));
    once(leadId);
    expect(pipedrive.company.persons).toMatchObject([
      {
        ...{ name: "Ingrid Solberg", owner_id: 1 },
        emails: [{ value: "ingrid.solberg@nordlys.example", primary: true }],
      },
    ]);
    expect(leadsOf(leadId)).toMatchObject([
      { title: "Ingrid Solberg, Nordlys Logistics", owner_id: 1 },
    ]);
    const [note] = pipedrive.company.notes;
    for (const part of ["WHY NOW<br>", "CONTACT BASICS", `/leads/${leadId}`])
      expect(note?.content).toContain(part);
    expect(await rows(leadId)).toMatchObject([{ state: "sent", tries: 1 }]);
  });

  it("with the values that the map gives it, a choice by its number, and later notes on the same lead", async () => {
    const entries = [
      { from: "C4.6", to: "Lead: Why now" },
      { from: "answer", to: "Lead: Answer" },
    ];
    expect(await saveMap(admin, { connectionId, entries }, now)).toMatchObject({
      value: { faults: [] },
    });
    const leadId = await routed();
    pipedrive.searchStandsStill(true);
    await send(later(1));
    await accept(rep, { handoffId: await handoffIdOf(leadId) }, later(2));
    await addNote(ops, { leadId, kind: "note", text: "She called back" }, later(3));
    await send(later(60));
    await send(later(61));
    expect(pipedrive.company.persons).toHaveLength(1);
    expect(leadsOf(leadId)).toMatchObject([{ [SUMMARY]: expect.any(String), [ANSWER]: 41 }]);
    expect(pipedrive.company.notes).toHaveLength(2);
  });

  it("on the person and the open lead that people made before, in which everything else stays", async () => {
    const phones = [{ value: "+47 22 00 00 00", label: "office", primary: true }];
    const emails = [{ value: "Ingrid.Solberg@Nordlys.example", primary: true }];
    pipedrive.company.persons.push({ id: 7, name: "Ingrid", emails, phones });
    pipedrive.company.leads.push({ id: "of-theirs", person_id: 7, title: "Theirs" });
    const leadId = await routed();
    await send(later(1));
    once(leadId);
    expect(leadsOf(leadId)).toMatchObject([{ id: "of-theirs", title: "Theirs" }]);
    expect(pipedrive.company.persons[0]?.phones).toMatchObject([phones[0], { label: "work" }]);
    expect(pipedrive.company.persons[0]?.emails).toEqual(emails);
  });

  it("beside the organisation that has its company's name, where one alone has it", async () => {
    const name = "nordlys logistics";
    pipedrive.company.organizations.push({ id: 3, name });
    await routed();
    await send(later(1));
    expect(pipedrive.company.persons).toMatchObject([{ org_id: 3 }]);
    expect(pipedrive.company.leads).toMatchObject([{ organization_id: 3 }]);
    pipedrive.company.organizations.push({ id: 4, name });
    for (const list of ["persons", "leads"] as const) pipedrive.company[list].length = 0;
    await routed();
    await send(later(2));
    expect(pipedrive.company.persons[0]?.org_id).toBeUndefined();
    expect(pipedrive.company.leads[0]?.organization_id).toBeUndefined();
  });

  it("as a note on the deal that its lead became", async () => {
    const leadId = await routed();
    await send(later(1));
    pipedrive.company.leads.length = 0;
    pipedrive.company.deals.push({ id: 9, custom_fields: { [ID_OF_LEADS]: leadId } });
    await addNote(ops, { leadId, kind: "note", text: "She called back" }, later(3));
    await send(later(4));
    expect(pipedrive.company.leads).toEqual([]);
    expect(pipedrive.company.notes.at(-1)).toMatchObject({ deal_id: 9 });
  });
});

describe("K.5 on Pipedrive's bad days nothing is lost and nothing doubled", () => {
  const { "a fault of its own": broken, "half a body": half } = PIPEDRIVE_FAULTS;
  it.each([
    ["a fault of its own", broken],
    ["half a body", half],
    ["a limit", PIPEDRIVE_FAULTS["a limit that says nothing"]],
  ] satisfies [string, Reply][])(
    "where it answers with %s after it did the work, and its search knows nothing yet",
    async (_, reply) => {
      const leadId = await routed();
      pipedrive.searchStandsStill(true);
      for (const [index, on] of [/persons/, /leads/, /notes/].entries()) {
        pipedrive.afterTheWork({ on, reply });
        await send(later(1 + 600 * index));
        expect(await rows(leadId)).toMatchObject([{ state: "waiting", tries: index + 1 }]);
      }
      pipedrive.afterTheWork(null);
      await send(later(7_200));
      once(leadId);
      expect(await rows(leadId)).toMatchObject([{ state: "sent" }]);
    },
  );

  it.each([
    ["a limit with x-ratelimit-reset", 77],
    ["a limit with Retry-After", 90],
  ] as const)("where it answers with %s it is left alone for as long", async (name, seconds) => {
    const leadId = await routed();
    pipedrive.fail(PIPEDRIVE_FAULTS[name]);
    await send(later(1));
    const [row] = await rows(leadId);
    expect(row?.dueAt.getTime()).toBeGreaterThanOrEqual(later(1 + seconds).getTime());
    pipedrive.fail(null);
    await send(later(600));
    once(leadId);
  });

  it("where a field was given another type: it waits, and goes out once the map is mended", async () => {
    const entries = [{ from: "C4.6", to: "Lead: Why now" }];
    await saveMap(admin, { connectionId, entries }, now);
    const leadId = await routed();
    const field = pipedrive.company.dealFields.find(({ key }) => key === SUMMARY);
    Object.assign(field ?? {}, { field_type: "double" });
    await send(later(1));
    expect(await rows(leadId)).toMatchObject([
      { state: "waiting", words: "Waits until the field map is mended." },
    ]);
    await saveMap(admin, { connectionId, entries: [] }, later(2));
    await send(later(3));
    once(leadId);
  });

  it("where a field has another name by now: it waits, and the map says which", async () => {
    const entries = [{ from: "C4.6", to: "Lead: Why now" }];
    await saveMap(admin, { connectionId, entries }, now);
    const leadId = await routed();
    const field = pipedrive.company.dealFields.find(({ key }) => key === SUMMARY);
    Object.assign(field ?? {}, { name: "The reason" });
    await send(later(1));
    expect(await rows(leadId)).toMatchObject([
      { state: "waiting", words: "Waits until the field map is mended." },
    ]);
    await saveMap(
      admin,
      { connectionId, entries: [{ from: "C4.6", to: "Lead: The reason" }] },
      later(2),
    );
    await send(later(3));
    once(leadId);
    expect(leadsOf(leadId)).toMatchObject([{ [SUMMARY]: expect.any(String) }]);
  });

  it("where a value is refused: the field is named, and it is replayed once that is mended", async () => {
    const entries = [{ from: "answer", to: "Lead: Answer" }];
    await saveMap(admin, { connectionId, entries }, now);
    const leadId = await routed();
    await accept(rep, { handoffId: await handoffIdOf(leadId) }, later(1));
    const field = pipedrive.company.dealFields.find(({ key }) => key === ANSWER);
    const options = field?.options;
    Object.assign(field ?? {}, { options: [{ id: 1, label: "Maybe" }], field_type: "varchar" });
    Object.assign(field ?? {}, { field_type: "enum" });
    await send(later(60));
    expect(await rows(leadId)).toMatchObject([{ state: "waiting" }, {}]);
    Object.assign(field ?? {}, { options });
    await saveMap(admin, { connectionId, entries }, later(61));
    const [row] = await rows(leadId);
    await retryOutgoing(ops, { outgoingId: row?.id ?? "" }, later(62));
    await send(later(63));
    expect(leadsOf(leadId)).toMatchObject([{ [ANSWER]: 41 }]);
  });
});

describe("K.3 what Pipedrive says of its records is read back", () => {
  const read = (at: Date) => {
    pipedrive.at(at);
    return readCrms(job, () => at);
  };
  const ownerNow = async (leadId: string) => {
    const [row] = await db
      .select({ ownerId: handoff.ownerId })
      .from(lead)
      .innerJoin(handoff, eq(handoff.id, lead.handoffId))
      .where(eq(lead.id, leadId));
    return row?.ownerId;
  };

  it("gives the lead to whom it was given there, and never for our own write", async () => {
    const leadId = await routed();
    await send(later(1));
    await read(later(10));
    expect(await ownerNow(leadId)).toBe(rep.id);
    const [found] = leadsOf(leadId);
    Object.assign(found ?? {}, { owner_id: 2, update_time: later(60).toISOString() });
    await read(later(70));
    expect(await ownerNow(leadId)).toBe(other.id);
    await send(later(80));
    await read(later(90));
    expect(await db.select().from(handoff).where(eq(handoff.leadId, leadId))).toHaveLength(2);
  });

  it("notes the deal that a lead became, and when it was won", async () => {
    const leadId = await routed();
    await send(later(1));
    pipedrive.company.leads.length = 0;
    const deal = {
      ...{ id: 9, custom_fields: { [ID_OF_LEADS]: leadId }, status: "open", stage_id: 5 },
      ...{ owner_id: 1, add_time: later(95).toISOString() },
      update_time: later(100).toISOString(),
    };
    pipedrive.company.deals.push(deal);
    const dealOf = async () =>
      (await db.select().from(outcome).where(eq(outcome.leadId, leadId)))[0] ?? null;
    await read(later(110));
    expect(await dealOf()).toMatchObject({
      ...{ opportunityAt: later(95), wonAt: null, detail: { deal: "9", stage: "Qualified" } },
    });
    Object.assign(deal, {
      ...{ status: "won", won_time: later(900).toISOString() },
      update_time: later(1_000).toISOString(),
    });
    await read(later(1_010));
    expect(await dealOf()).toMatchObject({ wonAt: later(900), detail: { stage: "Won" } });
  });
});
