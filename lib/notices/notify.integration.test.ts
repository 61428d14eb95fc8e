import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { notice } from "@/db/schema/notice";
import { testDatabase } from "@/db/testing/database";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { handoffOfLead } from "@/lib/handoff/queries";
import { notify } from "./commands";
import type { Notice } from "./notice";

const { db, transaction } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const job = systemActor("job", "Tests");

let rep: Viewer;
let ops: Viewer;
beforeAll(async () => {
  rep = await aPerson("rep", { territory: ["NO"], territoryName: "Nordics" });
  ops = await aPerson("marketing_ops");
});

const noticesOf = (leadId: string) => db.select().from(notice).where(eq(notice.leadId, leadId));

async function routed(): Promise<string> {
  const leadId = await aLead(now);
  await evaluate(leadId, now);
  await document(ops, leadId, now);
  return leadId;
}

describe("a notice", () => {
  it("of a new lead is there with the routing that causes it", async () => {
    const leadId = await routed();
    const handoff = await handoffOfLead(rep, leadId);
    expect(await noticesOf(leadId)).toMatchObject([
      { kind: "new_lead", personId: rep.id, handoffId: handoff?.id, at: now },
    ]);
  });

  it("never was where its transaction is rolled back", async () => {
    const leadId = await aLead(now);
    const given = transaction(async (tx) => {
      await notify(tx, job, [
        { kind: "warning", personId: rep.id, leadId, handoffId: null, at: now },
      ]);
      throw new Error("on second thought");
    });
    await expect(given).rejects.toThrow("on second thought");
    expect(await noticesOf(leadId)).toEqual([]);
  });

  it("is one for each event, however often its command runs", async () => {
    const leadId = await aLead(now);
    const wrong = { kind: "field_wrong", personId: ops.id, leadId, handoffId: null } as const;
    const notices: Notice[] = [
      { ...wrong, fieldId: "C1.5", at: now },
      { ...wrong, fieldId: "C1.4", at: now },
      { ...wrong, fieldId: "C1.5", occasion: "said again", at: now },
    ];
    await Promise.all([1, 2].map(() => transaction((tx) => notify(tx, job, notices))));
    expect(await noticesOf(leadId)).toHaveLength(3);
  });

  it("is not for whoever did it themselves", async () => {
    const leadId = await aLead(now);
    await transaction((tx) =>
      notify(tx, ops, [
        {
          kind: "field_wrong",
          personId: ops.id,
          leadId,
          handoffId: null,
          fieldId: "C1.5",
          at: now,
        },
      ]),
    );
    expect(await noticesOf(leadId)).toEqual([]);
  });
});
