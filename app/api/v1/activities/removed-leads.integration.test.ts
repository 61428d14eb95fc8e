import { randomUUID } from "node:crypto";
import { count, eq, inArray, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { aLead } from "@/db/factories/leads";
import { activity, activityReceipt } from "@/db/schema/activity";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { receiptDocument } from "@/lib/api/activities/endpoints";
import { anApiKey, send } from "../testing/api";

const { db, owner } = testDatabase();
const now = new Date();
const occurredAt = new Date(now.getTime() - 3_600_000).toISOString();

let key = "";
beforeAll(async () => {
  key = await anApiKey();
});

const look = (leadId: string) => ({
  ...{ id: randomUUID(), leadId, kind: "page_viewed", occurredAt, path: "/pricing" },
});
async function told(activities: unknown, headers: Record<string, string> = {}) {
  const response = await send("POST", "/activities", { key, body: { activities }, headers });
  expect(response.status).toBe(202);
  return receiptDocument.parse(await response.json());
}

/** As the database's owner does it by hand: what hangs on the lead first. */
async function remove(leadId: string) {
  const hanging = await owner.execute<{ name: string; column: string }>(sql`
    select c.conrelid::regclass::text as name, a.attname as column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'lead'::regclass`);
  for (const { name, column } of hanging) {
    const those = sql.raw(`from ${name} where ${column} = '${leadId}'`);
    const [row] = await owner.execute<{ some: boolean }>(
      sql`select exists (select ${those}) as some`,
    );
    if (row?.some) await owner.execute(sql`delete ${those}`);
  }
  await owner.delete(activity).where(eq(activity.leadId, leadId));
  await owner.delete(lead).where(eq(lead.id, leadId));
}

const keptOf = async (leadId: string) => {
  const rows = await db.select({ n: count() }).from(activity).where(eq(activity.leadId, leadId));
  return rows[0]?.n;
};

describe("an event of a lead that the database’s owner removed by hand", () => {
  it.each([
    ["by itself", {}],
    ["in the transaction of its answer", { "Idempotency-Key": randomUUID() }],
  ])(
    "is refused as that of any unknown lead, %s, and the others of its batch are taken",
    async (_, headers) => {
      const [gone, here] = [await aLead(now), await aLead(now)];
      // From here on both are known to be there.
      expect(await told([look(gone), look(here)])).toMatchObject({ accepted: 2 });
      await remove(gone);
      const batch = [look(gone.toUpperCase()), look(here), look(gone)];
      expect(await told(batch, headers)).toEqual({
        ...{ accepted: 1, repeated: 0 },
        refused: [
          { index: 0, reason: `no lead has the leadId ${gone.toUpperCase()}` },
          { index: 2, reason: `no lead has the leadId ${gone}` },
        ],
      });
      expect([await keptOf(gone), await keptOf(here)]).toEqual([0, 2]);
      const ids = batch.map(({ id }) => id);
      const receipts = await db
        .select({ id: activityReceipt.messageId })
        .from(activityReceipt)
        .where(inArray(activityReceipt.messageId, ids));
      expect(receipts).toEqual([{ id: batch[1]?.id }]);
      expect(await told([look(here)])).toMatchObject({ accepted: 1, refused: [] });
      expect(await told([look(gone)])).toMatchObject({ accepted: 0 });
    },
  );
});
