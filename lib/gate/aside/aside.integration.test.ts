import { eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { history } from "@/db/schema/history";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { release } from "../commands";
import { bringLeadsBack, setLeadsAside } from "./commands";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const reason = "A test submission";

const statusesOf = async (ids: string[]) =>
  new Map(
    (
      await db.select({ id: lead.id, status: lead.status }).from(lead).where(inArray(lead.id, ids))
    ).map(({ id, status }) => [id, status] as const),
  );

describe("O.5, X.6 many leads at once", () => {
  it("are set aside with the reason, and brought back as they were", async () => {
    const ops = await aPerson("marketing_ops");
    const ids = [await aLead(now), await aLead(now), await aLead(now)];
    const aside = await setLeadsAside(ops, { leadIds: ids, reason }, now);
    expect(aside).toMatchObject({ ok: true, value: { left: 0 } });
    expect([...(await statusesOf(ids)).values()]).toEqual(["excluded", "excluded", "excluded"]);
    const back = await bringLeadsBack(ops, { leadIds: ids }, now);
    expect(back).toMatchObject({ ok: true, value: { left: 0 } });
    expect(new Set((await statusesOf(ids)).values())).toEqual(new Set(["pending_enrichment"]));
    const rows = await db
      .select()
      .from(history)
      .where(eq(history.subjectId, ids[0] ?? ""));
    expect(rows).toContainEqual(expect.objectContaining({ verb: "set aside", after: { reason } }));
    expect(rows).toContainEqual(expect.objectContaining({ verb: "brought back" }));
  });

  it("leave alone what a rep has, and say how many stayed", async () => {
    const ops = await aPerson("marketing_ops");
    await aPerson("rep");
    const given = await aLead(now);
    await document(ops, given, now);
    await release(ops, { leadId: given }, now);
    const held = await aLead(now);
    const outcome = await setLeadsAside(ops, { leadIds: [given, held], reason }, now);
    expect(outcome).toEqual({ ok: true, value: { leadIds: [held], left: 1 } });
    expect((await statusesOf([given])).get(given)).toBe("routed");
    expect(await setLeadsAside(ops, { leadIds: [given], reason }, now)).toMatchObject({
      ok: false,
    });
    expect(await bringLeadsBack(ops, { leadIds: [given] }, now)).toMatchObject({ ok: false });
  });

  it("G.3 pass the gate on their way back like any other, complete or not", async () => {
    const ops = await aPerson("marketing_ops");
    await aPerson("rep");
    const complete = await aLead(now);
    const short = await aLead(now);
    await setLeadsAside(ops, { leadIds: [complete, short], reason }, now);
    await document(ops, complete, now);
    for (const id of [complete, short]) await evaluate(id, now);
    expect((await statusesOf([complete])).get(complete)).toBe("excluded");
    await bringLeadsBack(ops, { leadIds: [complete, short] }, now);
    const statuses = await statusesOf([complete, short]);
    expect(statuses.get(complete)).toBe("routed");
    expect(statuses.get(short)).toBe("pending_enrichment");
  });

  it("are nobody's but marketing ops' to set aside", async () => {
    for (const role of ["rep", "manager"] as const) {
      const viewer = await aPerson(role);
      const leadIds = [crypto.randomUUID()];
      await expect(setLeadsAside(viewer, { leadIds, reason }, now)).rejects.toThrow(
        "document leads",
      );
      await expect(bringLeadsBack(viewer, { leadIds }, now)).rejects.toThrow("document leads");
    }
  });
});
