import { beforeAll, describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { firstSteps, hasLeads } from "./queries";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
let admin: Viewer;

beforeAll(async () => {
  admin = await aPerson("admin");
});

describe("a company's first day", () => {
  it("tells an admin what is still to do, until the first lead is handed off", async () => {
    const nothing = { people: false, connections: false, icp: false, routing: false, leads: false };
    expect(await firstSteps(admin)).toEqual(nothing);
    expect(await hasLeads(admin)).toBe(false);

    await aPerson("rep", { territory: ["NO"] });
    expect(await firstSteps(admin)).toEqual(nothing);
    const ops = await aPerson("marketing_ops");
    const leadId = await aLead(now);
    const begun = { ...nothing, people: true, leads: true };
    expect(await firstSteps(admin)).toEqual(begun);
    expect(await hasLeads(ops)).toBe(true);

    await document(ops, leadId, now);
    await evaluate(leadId, now);
    expect(await db.select().from(handoff)).toHaveLength(1);
    expect(await firstSteps(admin)).toBeNull();
  });

  it("is the admin's alone", async () => {
    const manager = await aPerson("manager");
    const rep = await aPerson("rep");
    await expect(firstSteps(manager)).rejects.toThrow(NotAllowed);
    await expect(hasLeads(rep)).rejects.toThrow(NotAllowed);
  });
});
