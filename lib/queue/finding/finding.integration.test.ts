import { beforeAll, describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { release } from "@/lib/gate/commands";
import { fillField } from "@/lib/gate/filling/commands";
import { accept } from "@/lib/handoff/decisions/commands";
import { queueRows } from "../queries";
import { parseView } from "../view";
import { findLeads, reachOf } from "./queries";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
let rep: Viewer;
let stranger: Viewer;
let ops: Viewer;
let leadId: string;

beforeAll(async () => {
  rep = await aPerson("rep", { territory: ["NO"] });
  stranger = await aPerson("rep", { territory: ["JP"] });
  ops = await aPerson("marketing_ops");
  leadId = await aLead(now);
  await document(ops, leadId, now);
  const outcome = await release(ops, { leadId }, now);
  if (!outcome.ok) throw new Error(outcome.reason);
});

describe("finding one's own leads", () => {
  it.each(["solberg", "ING nordlys", "  Logistics  "])("finds by '%s'", async (words) => {
    const found = await findLeads(rep, words);
    expect(found.map((each) => [each.leadId, each.open])).toEqual([[leadId, true]]);
  });

  it("finds a name by plain letters, and by its own", async () => {
    const accented = await aLead(now, {
      firstName: "Jöran",
      lastName: "Strøm-Æsæl",
      company: "Öberg Łącz AB",
    });
    const ops = await aPerson("marketing_ops");
    await document(ops, accented, now);
    const outcome = await release(ops, { leadId: accented }, now);
    if (!outcome.ok) throw new Error(outcome.reason);
    const found = async (words: string) =>
      (await findLeads(rep, words)).some((each) => each.leadId === accented);
    for (const words of ["joran", "JÖRAN", "strom", "strøm", "aesael", "oberg", "lacz joran"]) {
      expect(await found(words), words).toBe(true);
    }
    expect(await found("ijoran")).toBe(false);
  });

  it.each(["", "   ", "%", "_", "solberg kyoto", "sol\0berg"])(
    "finds nothing by '%s'",
    async (words) => {
      expect(await findLeads(rep, words)).toEqual([]);
    },
  );

  it("says how to reach one's own lead, and nothing of another's", async () => {
    expect(await reachOf(rep, leadId)).toMatchObject({ email: expect.stringContaining("@") });
    expect(await reachOf(stranger, leadId)).toBeNull();
    expect(await findLeads(stranger, "solberg")).toEqual([]);
    const manager = await aPerson("manager");
    await expect(findLeads(manager, "solberg")).rejects.toThrow(NotAllowed);
    await expect(reachOf(manager, leadId)).rejects.toThrow(NotAllowed);
  });

  it("says what the CRM makes of the company by now, and after a decision as it was given", async () => {
    expect(await reachOf(rep, leadId)).toMatchObject({
      crmMatch: { value: "none", isNews: false },
    });
    const later = new Date(now.getTime() + 60_000);
    // What the row marks is what the bar below it says.
    const inTheList = async () => {
      const rows = await queueRows(rep, parseView({}, later), later);
      return rows.find((row) => row.leadId === leadId)?.crmMatch;
    };
    expect(await inTheList()).toBe("none");
    const match = { leadId, fieldId: "C2.5" as const, value: "existing_customer" };
    expect(await fillField(ops, match, later)).toMatchObject({ ok: true });
    expect(await reachOf(rep, leadId)).toMatchObject({
      crmMatch: { value: "existing_customer", isNews: true, at: later },
    });
    expect(await inTheList()).toBe("existing_customer");
    const [{ id: handoffId } = { id: "" }] = await db.select({ id: handoff.id }).from(handoff);
    expect(await accept(rep, { handoffId }, later)).toMatchObject({ ok: true });
    expect(await reachOf(rep, leadId)).toMatchObject({ crmMatch: { value: "none" } });
  });
});
