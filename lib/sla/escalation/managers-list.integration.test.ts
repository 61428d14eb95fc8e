import { beforeAll, describe, expect, it } from "vitest";
import { sinceWords } from "@/components/handoff/words/since";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { theLadderSince } from "@/db/factories/sla";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { release } from "@/lib/gate/commands";
import { logAttempt } from "@/lib/handoff/commands";
import { handoffOfLead } from "@/lib/handoff/queries";
import { escalate, sweep } from "./commands";
import { escalatedLeads } from "./on-list/queries";

testDatabase();
const SLA = systemActor("job", "SLA");
const now = new Date("2026-06-03T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let rep: Viewer;
let ops: Viewer;
let manager: Viewer;

beforeAll(async () => {
  ops = await aPerson("marketing_ops");
  manager = await aPerson("manager");
  rep = await aPerson("rep");
  await theLadderSince(new Date("2026-06-01T00:00:00Z"));
});

async function given(at: Date) {
  const leadId = await aLead(at);
  await document(ops, leadId, at);
  await release(ops, { leadId }, at);
  const view = await handoffOfLead(manager, leadId);
  if (!view) throw new Error("No rep has the lead.");
  return { leadId, handoffId: view.id };
}

const listed = async (at: Date) =>
  (await escalatedLeads(manager, at)).map(({ leadId, owner, overMs }) => ({
    ...{ leadId, owner, late: overMs / 60_000 },
  }));

describe("Q.2 then the manager", () => {
  it("has an untried lead on their list, however few notices they chose, until it is tried", async () => {
    const one = await given(now);
    const other = await given(later(1));
    await escalate(SLA, one.handoffId, later(9));
    expect(await listed(later(9))).toEqual([]);
    await sweep(SLA, later(11));
    expect(await listed(later(13))).toEqual([
      { leadId: one.leadId, owner: rep.name, late: 8 },
      { leadId: other.leadId, owner: rep.name, late: 7 },
    ]);
    const page = await handoffOfLead(manager, one.leadId);
    const said = page && sinceWords(page, { reader: manager, now: later(13) });
    expect(said?.map(({ text }) => text)).toContain(
      "On the managers’ list, since nobody had tried yet.",
    );
    await sweep(SLA, later(41));
    expect(await listed(later(41))).toHaveLength(2);
    const call = { kind: "call", result: "no_answer" } as const;
    await logAttempt(rep, { handoffId: one.handoffId, ...call }, later(42));
    await logAttempt(rep, { handoffId: other.handoffId, ...call }, later(42));
    expect(await listed(later(42))).toEqual([]);
  });

  it("is nothing that a rep sees", async () => {
    await expect(escalatedLeads(rep, now)).rejects.toThrow(NotAllowed);
  });
});

describe("Q.2 a re-route for which nobody was free", () => {
  it("is tried again until somebody is", async () => {
    const { leadId, handoffId } = await given(later(100));
    await escalate(SLA, handoffId, later(140));
    expect((await handoffOfLead(manager, leadId))?.id).toBe(handoffId);
    const other = await aPerson("rep");
    expect(await sweep(SLA, later(141))).toBe(1);
    const page = await handoffOfLead(other, leadId);
    expect(page?.routedAt).toEqual(later(141));
    expect((await handoffOfLead(rep, leadId))?.givenOn).toMatchObject({
      ...{ to: other.name, rerouted: true },
    });
    expect(await sweep(SLA, later(141.5))).toBe(0);
  });
});
