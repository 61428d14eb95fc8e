import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { aCrm, outgoingOf } from "@/db/factories/crms";
import { aRoutedLead } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { enrichmentHealth } from "@/db/schema/enrichment";
import { handoff } from "@/db/schema/handoff";
import { crmRecord, outgoing } from "@/db/schema/outgoing";
import { testDatabase } from "@/db/testing/database";
import {
  type Salesforce,
  salesforceGiven,
  startSalesforce,
} from "@/e2e/doubles/salesforce/salesforce";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { removeConnection } from "../../commands";
import { saveMap } from "../../crm/map/commands";
import { readCrms } from "../../crm/reading/commands";
import { sendOutgoing } from "./commands";

const { db, owner, transaction } = testDatabase();
const job = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

let salesforce: Salesforce;
let admin: Viewer;
let ops: Viewer;
let rep: Viewer;
let other: Viewer;
let connectionId: string;
let leadId: string;

beforeAll(async () => {
  [admin, ops] = [await aPerson("admin"), await aPerson("marketing_ops")];
  rep = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
  other = await aPerson("rep", { territory: ["SE"], timeZone: "Europe/Oslo" });
});
beforeEach(async () => {
  salesforce = await startSalesforce();
  await owner.delete(enrichmentHealth);
  connectionId = await aCrm(admin, "salesforce", salesforceGiven(salesforce.address), now);
  leadId = await aRoutedLead(ops, now);
  return async () => {
    await removeConnection(admin, { connectionId }, now);
    await salesforce.close();
  };
});

const send = () => sendOutgoing(job, connectionId, () => later(1));
const remove = () => removeConnection(admin, { connectionId }, later(2));
const records = () => db.select().from(crmRecord).where(eq(crmRecord.connectionId, connectionId));
/** Until so many wait for a lock here; other tests have databases of their own. */
const untilWaiting = (count: number) =>
  vi.waitFor(async () => {
    const [row] = await owner.execute<{ count: number }>(sql`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
    expect(row?.count).toBe(count);
  }, 20_000);

/** Two that meet while somebody holds what both want: the first waits for it, then the second. */
async function meeting(
  held: ReturnType<typeof sql>,
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
): Promise<unknown[]> {
  const gate = Promise.withResolvers<void>();
  const isHeld = Promise.withResolvers<void>();
  const holding = owner.transaction(async (tx) => {
    await tx.execute(held);
    isHeld.resolve();
    await gate.promise;
  });
  await isHeld.promise;
  const one = first();
  await untilWaiting(1);
  const two = second();
  await untilWaiting(2);
  gate.resolve();
  await holding;
  return Promise.all([one, two]);
}

it("K.5 what a CRM took while its connection was removed is told as arrived, and nothing is kept of it", async () => {
  const held = salesforce.holdBack(/sobjects/);
  const sending = send();
  await held.arrived;
  expect(await remove()).toMatchObject({ ok: true });
  held.release();
  await sending;
  expect(salesforce.tables.Lead).toHaveLength(1);
  expect(await outgoingOf(leadId, connectionId)).toMatchObject([
    { state: "sent", words: "It arrived while the connection was being removed." },
  ]);
  expect(await records()).toEqual([]);
});

it("K.5 a connection is removed while what it sent is written down, and nobody waits for ever", async () => {
  const held = salesforce.holdBack(/Task/);
  const sending = send();
  await held.arrived;
  await meeting(
    sql`select 1 from ${outgoing} where ${outgoing.leadId} = ${leadId} for update`,
    () => {
      held.release();
      return sending;
    },
    remove,
  );
  expect(await outgoingOf(leadId, connectionId)).toMatchObject([{ state: "sent" }]);
  expect(await records()).toEqual([]);
});

it("K.5 a connection is removed while a new owner is read back, and nobody waits for ever", async () => {
  await send();
  const ownedBy = ({ name, email }: Viewer, at: Date) =>
    Object.assign(salesforce.tables.Lead[0] ?? {}, {
      ...{ Owner: { Name: name, Email: email }, SystemModstamp: at.toISOString() },
    });
  ownedBy(rep, later(2));
  await readCrms(job, () => later(3));
  ownedBy(other, later(8));
  const mine = sql`select 1 from ${crmRecord} where ${crmRecord.connectionId} = ${connectionId} for update`;
  await meeting(mine, () => readCrms(job, () => later(10)), remove);
  expect(await records()).toEqual([]);
  expect(await db.select().from(handoff).where(eq(handoff.leadId, leadId))).toHaveLength(2);
});

it("K.5 a connection is removed while its map is saved, and nobody waits for ever", async () => {
  const entries = [{ from: "C1.2", to: "Title" }];
  const mine = sql`select 1 from crm where connection_id = ${connectionId} for update`;
  const ends = await meeting(mine, () => saveMap(admin, { connectionId, entries }, now), remove);
  expect(ends).toMatchObject([{ ok: true }, { ok: true }]);
});

it("K.5 what is routed while a connection is removed does not wait for it for ever", async () => {
  const [removed, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const removing = transaction(async (tx) => {
    await removeConnection(admin, { connectionId }, later(2), tx);
    removed.resolve();
    await over.promise;
  });
  await removed.promise;
  const routing = aRoutedLead(ops, now);
  await untilWaiting(1);
  over.resolve();
  await removing;
  const rows = await outgoingOf(await routing, connectionId);
  expect(rows.filter(({ state }) => state === "waiting")).toEqual([]);
});
