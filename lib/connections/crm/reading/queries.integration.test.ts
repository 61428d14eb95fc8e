import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { transaction } from "@/db/client";
import { aCrm, aLeadToGoOut } from "@/db/factories/crms";
import { aPerson } from "@/db/factories/people";
import { crmRecord, outgoing } from "@/db/schema/outgoing";
import { testDatabase } from "@/db/testing/database";
import { salesforceGiven } from "@/e2e/doubles/salesforce/salesforce";
import { knownRecords } from "./queries";

const { db, owner } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const before = new Date("2026-06-03T09:00:00Z");

/** What a CRM was told of other leads in the months before: without their handoffs, which nobody asks for. */
const muchWasTold = (connectionId: string) =>
  owner.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = 'replica'`);
    await tx.execute(sql`
      insert into outgoing (connection_id, handoff_id, lead_id, kind, occasion, state, at, due_at, settled_at)
      select ${connectionId}, gen_random_uuid(), gen_random_uuid(), 'handoff', 'told ' || each, 'sent', at, at, at
      from generate_series(1, 20000) each, (values (${before.toISOString()}::timestamptz)) as told (at)`);
  });

it("K.5 asks of a record what went out of its own lead, however much went out of others", async () => {
  const [admin, ops] = [await aPerson("admin"), await aPerson("marketing_ops")];
  await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
  const connectionId = await aCrm(admin, "salesforce", salesforceGiven("http://127.0.0.1:1"), now);
  const leadId = await aLeadToGoOut(ops, now);
  await db.insert(crmRecord).values({ connectionId, leadId, object: "Lead", recordId: "00Q" });
  await db
    .update(outgoing)
    .set({ state: "sent", settledAt: now })
    .where(eq(outgoing.leadId, leadId));
  await muchWasTold(connectionId);
  await owner.execute(sql`analyze outgoing`);
  await transaction(async (tx) => {
    const maybeOlder = async (readAt: Date) =>
      (await knownRecords(tx, connectionId, [leadId], readAt))[0]?.waits;
    expect(await maybeOlder(before)).toBe(true);
    expect(await maybeOlder(new Date(now.getTime() + 1))).toBe(false);
    const [read] = await tx.execute<{ rows: number }>(sql`
      select (seq_tup_read + idx_tup_fetch)::int as rows
      from pg_stat_xact_user_tables where relname = 'outgoing'`);
    expect(read?.rows).toBeLessThan(20);
  });
});
