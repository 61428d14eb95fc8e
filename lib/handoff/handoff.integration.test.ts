import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { testDatabase } from "@/db/testing/database";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { releaseAs } from "@/lib/gate/commands";
import { fillField } from "@/lib/gate/filling/commands";
import { recordActivities } from "@/lib/intake/activities/commands";
import { addNote, logAttempt, reportMissing, saveSummary } from "./commands";
import { crmText } from "./crm-text";
import { accept, reject } from "./decisions/commands";
import { handoffOfLead } from "./queries";
import { sinceHandoff } from "./since/since";
import type { HandoffView } from "./view";

testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let rep: Viewer;
let ops: Viewer;

async function routed(): Promise<string> {
  const leadId = await aLead(now);
  await evaluate(leadId, now);
  await document(ops, leadId, now);
  return leadId;
}

async function opened(viewer: Viewer, leadId: string): Promise<HandoffView> {
  const view = await handoffOfLead(viewer, leadId);
  if (!view) throw new Error("No handoff");
  return view;
}

beforeAll(async () => {
  rep = await aPerson("rep", { territory: ["NO"], territoryName: "Nordics" });
  ops = await aPerson("marketing_ops");
});

describe("who finds a handoff", () => {
  it("is its rep, and who may see every lead; a stranger finds nothing", async () => {
    const leadId = await routed();
    const stranger = await aPerson("rep", { territory: ["JP"] });
    expect((await opened(rep, leadId)).own).toBe(true);
    expect((await opened(await aPerson("manager"), leadId)).own).toBe(false);
    expect(await handoffOfLead(stranger, leadId)).toBeNull();
  });

  it("is nobody where there is none, or the address is none", async () => {
    expect(await handoffOfLead(rep, await aLead(now))).toBeNull();
    expect(await handoffOfLead(rep, randomUUID())).toBeNull();
    expect(await handoffOfLead(rep, "7 or 1=1")).toBeNull();
  });

  it("keeps what a rep was given when the lead goes to another, and tells no more of it", async () => {
    const leadId = await routed();
    const { id } = await opened(rep, leadId);
    await reject(rep, { handoffId: id, reason: "no_need" }, later(1));
    const owner = await aPerson("rep");
    const decided = { ownerId: owner.id, reason: "Account owner", path: [] };
    const outcome = await releaseAs(ops, leadId, decided, later(2));
    expect(outcome.ok).toBe(true);
    await addNote(ops, { leadId, kind: "note", text: "For the new owner only" }, later(3));
    const before = await opened(rep, leadId);
    expect(before).toMatchObject({ id, givenOn: { to: owner.name, at: later(2) } });
    expect(sinceHandoff(before, rep, later(4))).toEqual([]);
    expect((await opened(owner, leadId)).id).not.toBe(id);
  });
});

describe("G.7 the snapshot never changes, and what came since stands beside it", () => {
  it("tells notes, fields, summary and visits since, the newest first", async () => {
    const leadId = await routed();
    const given = await opened(rep, leadId);
    const sender = systemActor("connection", "Tests");
    const visit = { leadId, id: randomUUID(), kind: "page_viewed", occurredAt: later(1) } as const;
    await recordActivities(sender, [{ ...visit, details: { path: "/security" } }], {
      now: later(1),
      source: "Tests",
    });
    await addNote(ops, { leadId, kind: "flag", text: "Funding announced" }, later(2));
    await fillField(ops, { leadId, fieldId: "C2.1", value: "1300" }, later(3));
    await saveSummary(ops, { leadId, text: "Wants to move in May.", basedOn: 0 }, later(4));
    const after = await opened(rep, leadId);
    expect(after.snapshot).toEqual(given.snapshot);
    expect(sinceHandoff(after, rep, later(5))).toEqual([
      { kind: "summary", text: `${ops.name}: Wants to move in May.`, at: later(4) },
      { kind: "field", text: "Employees is now 1,300", at: later(3) },
      { kind: "flag", text: `${ops.name}: Funding announced`, at: later(2) },
      { kind: "activity", text: "Read /security", at: later(1) },
    ]);
  });
});

describe("what the rep did", () => {
  it("Q.2, Q.5, Q.6 is shown on the handoff: attempts, decision, what was missing", async () => {
    const leadId = await routed();
    const { id: handoffId } = await opened(rep, leadId);
    await logAttempt(rep, { handoffId, kind: "call", result: "reached", words: "Yes" }, later(2));
    await reportMissing(rep, { handoffId, fieldId: "C2.2" }, later(2));
    await accept(rep, { handoffId }, later(3));
    const again = await reject(rep, { handoffId, reason: "no_need" }, later(4));
    expect(again).toMatchObject({ ok: false, reason: "This lead was decided on already." });
    expect(await opened(rep, leadId)).toMatchObject({
      attempts: [{ kind: "call", result: "reached", words: "Yes", by: rep.name, at: later(2) }],
      decision: { accepted: true, by: rep.name, at: later(3) },
      reported: ["C2.2"],
    });
  });
});

describe("Copy for CRM", () => {
  it("says all five categories as text, and no raw log", async () => {
    const { snapshot } = await opened(rep, await routed());
    const text = crmText(snapshot, { locale: "en-GB", timeZone: "Europe/Oslo" }, now);
    for (const heading of [
      "WHY NOW",
      "CONTACT BASICS",
      "COMPANY INTELLIGENCE",
      "BEHAVIORAL TRAIL",
      "SUMMARY (DRAFT)",
      "SCORING CONTEXT",
      "HANDOFF METADATA",
    ]) {
      expect(text).toContain(heading);
    }
    expect(text).toContain("Direct email: ingrid.solberg@nordlys.example");
    expect(text).toContain("Wed 3 June 2026, 12:00:00 CEST");
    expect(text.split("\n").length).toBeLessThan(50);
  });
});
