import { beforeAll, describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { release } from "@/lib/gate/commands";
import { findLeads, reachOf } from "./queries";

testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
let rep: Viewer;
let stranger: Viewer;
let leadId: string;

beforeAll(async () => {
  rep = await aPerson("rep", { territory: ["NO"] });
  stranger = await aPerson("rep", { territory: ["JP"] });
  const ops = await aPerson("marketing_ops");
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
});
