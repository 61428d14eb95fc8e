import { eq, inArray } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { history } from "@/db/schema/history";
import { leadIdentity } from "@/db/schema/lead";
import { notice } from "@/db/schema/notice";
import { absence, person } from "@/db/schema/person";
import { routingElsewhere } from "@/db/schema/routing-elsewhere";
import { testDatabase } from "@/db/testing/database";
import { setPerson } from "@/lib/access/commands";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { bringBack, setAside } from "@/lib/gate/aside/commands";
import { withdrawDecision } from "@/lib/gate/elsewhere/commands";
import { fillField } from "@/lib/gate/filling/commands";
import { routeDue } from "@/lib/gate/waiting/commands";
import { reject } from "@/lib/handoff/decisions/commands";
import { mergeLeadsWithin } from "@/lib/intake/merging/commands";
import { routingInForce } from "@/lib/routing/queries";
import { DEFAULT_ROUTING } from "@/lib/routing/rule-book";
import { saveRouting } from "@/lib/routing/versions/commands";
import { decideRouting } from "./decision";

const { db, transaction } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const router = systemActor("connection", "LeanData");
const REASON = "LeanData: assigned, matched account Nordlys Frakt AS";

let admin: Viewer;
let ops: Viewer;
let ruled: Viewer;
let decided: Viewer;

beforeEach(async () => {
  await db.update(person).set({ active: false });
  admin = await aPerson("admin");
  ops = await aPerson("marketing_ops");
  ruled = await aPerson("rep", { territory: ["NO"] });
  decided = await aPerson("rep", { territory: ["SE"] });
});

/** A lead that lacks one thing, by default an MQL. */
async function held(mql = true): Promise<string> {
  const leadId = await aLead(now);
  if (mql) await evaluate(leadId, now);
  await document(ops, leadId, now, ["C2.5"]);
  return leadId;
}
const mend = (leadId: string, at: Date) =>
  fillField(ops, { leadId, fieldId: "C2.5", value: "none" }, at);
const decide = (leadId: string, owner: Viewer, at: Date, reason = REASON, by = router) =>
  decideRouting(by, leadId, { owner: owner.email, reason, decidedAt: at }, at);
const handoffsOf = async (leadId: string) => {
  const rows = await db
    .select()
    .from(handoff)
    .where(eq(handoff.leadId, leadId))
    .orderBy(handoff.routedAt);
  return rows.map(({ ownerId, snapshot }) => ({
    ownerId,
    reason: snapshot.routingReason,
    path: snapshot.routingPath,
    trigger: snapshot.trigger.text,
  }));
};
const waits = (leadId: string) =>
  db.select().from(routingElsewhere).where(eq(routingElsewhere.leadId, leadId));

describe("K.4 what a router decides by the API while the gate holds the lead", () => {
  it("is followed when the gate lets go, by one handoff, where no rule of ours is on", async () => {
    const { version: basedOn } = await routingInForce();
    const rules = DEFAULT_ROUTING.rules.map((rule) => ({ ...rule, on: false }));
    const before = { ...DEFAULT_ROUTING, fallbackId: ruled.id };
    const settings = { ...before, rules };
    await saveRouting(admin, { settings, basedOn, reason: "LeanData routes" }, now);
    const leadId = await held();
    const early = await decide(leadId, decided, later(1));
    expect(early).toMatchObject({ result: "held", kept: true, missing: [{ id: "C2.5" }] });
    expect(await decide(leadId, decided, later(2))).toEqual(early);
    expect(await handoffsOf(leadId)).toEqual([]);
    await mend(leadId, later(10));
    expect(await handoffsOf(leadId)).toMatchObject([
      {
        ...{ ownerId: decided.id, reason: REASON },
        path: [
          "Decided by LeanData at 2026-06-03T10:02:00.000Z.",
          "It waited until the gate let the lead through.",
        ],
      },
    ]);
    const again = await decide(leadId, decided, later(10.5));
    expect(again.result).toBe("already");
    const told = await db.select().from(notice).where(eq(notice.leadId, leadId));
    expect(told.map(({ personId }) => personId)).toEqual([decided.id]);
    const known = await db.select().from(history).where(eq(history.subjectId, leadId));
    expect(known.filter(({ verb }) => verb === "decided the routing")).toMatchObject([
      { actorName: "LeanData", after: { owner: decided.email, reason: REASON } },
    ]);
    expect(await waits(leadId)).toEqual([]);
    const { version } = await routingInForce();
    const back = { settings: before, basedOn: version, reason: "Back" };
    expect(await saveRouting(admin, back, later(11))).toMatchObject({ ok: true });
  });

  it("is replaced by a later decision, whoever made that, and not by an earlier one", async () => {
    const leadId = await held();
    await decide(leadId, ruled, later(2));
    const flow = systemActor("connection", "Salesforce Flow");
    expect(await decide(leadId, decided, later(3), "Named account", flow)).toMatchObject({
      ...{ result: "held", kept: true },
    });
    const stale = { owner: ruled.email, reason: REASON, decidedAt: later(1) };
    expect(await decideRouting(router, leadId, stale, later(4))).toMatchObject({
      ...{ result: "held", kept: false, reason: expect.stringContaining("A later decision") },
    });
    await mend(leadId, later(10));
    expect(await handoffsOf(leadId)).toMatchObject([
      {
        ...{ ownerId: decided.id, reason: "Named account" },
        path: [expect.stringContaining("Salesforce Flow"), expect.any(String)],
      },
    ]);
  });

  it("can be withdrawn by whoever decided: the lead goes by our own rules then", async () => {
    const leadId = await held();
    await decide(leadId, decided, later(1));
    const other = systemActor("connection", "Another router");
    expect(await withdrawDecision(other, { leadId }, later(2))).toBe(false);
    expect(await withdrawDecision(router, { leadId }, later(2))).toBe(true);
    expect(await withdrawDecision(router, { leadId }, later(2))).toBe(false);
    await mend(leadId, later(10));
    const [given] = await handoffsOf(leadId);
    expect(given?.ownerId).toBe(ruled.id);
    expect(given?.path.join(" ")).not.toContain("LeanData");
  });

  it("goes by our own rules where that rep can take nothing by then, and says so", async () => {
    const away = async () => {
      const said = { personId: decided.id, authorId: admin.id, at: later(2) };
      await db.insert(absence).values({ ...said, startsAt: later(2), endsAt: later(500) });
    };
    const full = () => db.update(person).set({ leadCap: 0 }).where(eq(person.id, decided.id));
    const set = (role: "rep" | "manager", active: boolean) => () =>
      setPerson(admin, { personId: decided.id, role, active }, later(2));
    for (const [happens, why] of [
      [away, "who is away until Wednesday"],
      [full, "who has 0 open leads, as many as allowed"],
      [set("rep", false), "who has no access any more"],
      [set("manager", true), "who is no rep here"],
    ] as const) {
      decided = await aPerson("rep", { territory: ["SE"] });
      const leadId = await held();
      await decide(leadId, decided, later(1));
      await happens();
      await mend(leadId, later(10));
      const [given, ...more] = await handoffsOf(leadId);
      expect(more).toEqual([]);
      expect(given?.ownerId).toBe(ruled.id);
      expect(given?.path[0]).toMatch(new RegExp(`^LeanData decided for .+, ${why}\\.$`));
      expect(given?.reason).toMatch(new RegExp(`^Yours: .*LeanData decided for .+, ${why}$`));
      expect(await waits(leadId)).toEqual([]);
    }
  });

  it("is followed for a lead that is no MQL too, which the router makes one", async () => {
    const leadId = await held(false);
    await decide(leadId, decided, later(1));
    await mend(leadId, later(10));
    const [given] = await handoffsOf(leadId);
    expect(given).toMatchObject({
      ...{ ownerId: decided.id, trigger: "LeanData marked this lead as ready for sales" },
    });
  });

  it("waits on where no rep has access, and is followed once one has", async () => {
    const leadId = await held(false);
    await decide(leadId, decided, later(1));
    const accessOf = (active: boolean) =>
      db
        .update(person)
        .set({ active })
        .where(inArray(person.id, [ruled.id, decided.id]));
    await accessOf(false);
    await mend(leadId, later(10));
    expect(await handoffsOf(leadId)).toEqual([]);
    await accessOf(true);
    await routeDue(systemActor("job", "Routing"), later(11));
    expect(await handoffsOf(leadId)).toMatchObject([{ ownerId: decided.id, reason: REASON }]);
  });

  it("is not lost where the gate lets go at the very moment", async () => {
    for (let round = 0; round < 5; round++) {
      const leadId = await held(false);
      await Promise.all([decide(leadId, decided, later(1)), mend(leadId, later(1))]);
      expect(await handoffsOf(leadId)).toMatchObject([{ ownerId: decided.id, reason: REASON }]);
    }
  });

  it("stays while the lead is set aside, and is followed when it is brought back", async () => {
    const leadId = await held();
    await decide(leadId, decided, later(1));
    await setAside(ops, { leadId, reason: "A test" }, later(2));
    expect(await decide(leadId, decided, later(3))).toEqual({
      ...{ result: "refused", reason: "This lead was set aside. Bring it back first." },
    });
    await mend(leadId, later(10));
    expect(await handoffsOf(leadId)).toEqual([]);
    await bringBack(ops, { leadId }, later(11));
    expect(await handoffsOf(leadId)).toMatchObject([{ ownerId: decided.id, reason: REASON }]);
  });

  it("goes with a lead that was merged into another one", async () => {
    const [stays, gone] = [await held(), await held()];
    await decide(gone, decided, later(1));
    const name = { kind: "external" as const, value: `map-${gone}` };
    await db.insert(leadIdentity).values({ ...name, leadId: gone, createdAt: now });
    const merging = [{ leadId: stays, also: [name] }];
    await transaction((tx) => mergeLeadsWithin(tx, router, merging, later(2)));
    expect(await waits(gone)).toEqual([]);
    await mend(stays, later(10));
    expect(await handoffsOf(stays)).toMatchObject([{ ownerId: decided.id, reason: REASON }]);
  });

  describe("of a lead that its rep sent back, and which lacks something by now", () => {
    async function sentBack(): Promise<string> {
      const leadId = await held();
      await mend(leadId, later(1));
      const [row] = await db.select().from(handoff).where(eq(handoff.leadId, leadId));
      await reject(ruled, { handoffId: row?.id ?? "", reason: "wrong_contact_data" }, later(2));
      const without = { notObtainable: "asked twice, no profile" };
      await fillField(ops, { leadId, fieldId: "C2.5", ...without }, later(3));
      expect(await decide(leadId, decided, later(4))).toMatchObject({ result: "held", kept: true });
      return leadId;
    }
    const ownersOf = async (leadId: string) =>
      (await handoffsOf(leadId)).map(({ ownerId }) => ownerId);

    it("is followed", async () => {
      const leadId = await sentBack();
      await mend(leadId, later(5));
      expect(await ownersOf(leadId)).toEqual([ruled.id, decided.id]);
    });

    it("does not go back by our own rules while another can take it", async () => {
      const leadId = await sentBack();
      const third = await aPerson("rep", { territory: ["SE"] });
      await db.update(person).set({ leadCap: 0 }).where(eq(person.id, decided.id));
      await mend(leadId, later(5));
      expect(await ownersOf(leadId)).toEqual([ruled.id, third.id]);
      const [, given] = await handoffsOf(leadId);
      expect(given?.path[0]).toMatch(/^LeanData decided for .+, who has 0 open leads/);
    });
  });
});
