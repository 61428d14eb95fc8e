import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aCrm, outgoingOf } from "@/db/factories/crms";
import { aLead, evaluate } from "@/db/factories/leads";
import { aRoutedLead } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { connection } from "@/db/schema/connection";
import { enrichmentHealth } from "@/db/schema/enrichment";
import { history } from "@/db/schema/history";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { type Double, FAULTS, json, startDouble } from "@/e2e/doubles/double";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { noteHealth } from "@/lib/enrichment/health/commands";
import { failed } from "@/lib/enrichment/http/http";
import { addNote } from "@/lib/handoff/commands";
import { reject } from "@/lib/handoff/decisions/commands";
import { removeConnection } from "../commands";
import { CRM_IDS } from "../crm/crm";
import { crmMap, crmTargets } from "../crm/map/queries";
import { sendAnew } from "../outbox/listing/commands";
import { outgoingOne, writingConnection } from "../outbox/listing/queries";
import { sendOutgoing } from "../outbox/sending/commands";
import { stuckOutgoing } from "../outbox/standing/queries";
import { connections } from "../queries";
import { proveStandard } from "../senders/standard-webhooks";
import { syncs } from "../sync/queries";
import { renewHookSecret } from "./commands";
import { HOOK_EVENTS } from "./hook-event";
import { endedHooks } from "./queries";
import { newHookSecret } from "./signed";

const { db, owner } = testDatabase();
const job = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const secret = newHookSecret();

let target: Double;
/** The lead of whom the target takes nothing. */
let unwanted: string | null;
let admin: Viewer;
let ops: Viewer;
let rep: Viewer;
let connectionId: string;

const subscribed = (events?: string) =>
  aCrm(
    admin,
    "rest_hook",
    {
      settings: { address: `${target.address}/hook`, ...(events ? { events } : {}) },
      secrets: { signingSecret: secret },
    },
    now,
  );

beforeAll(async () => {
  admin = await aPerson("admin");
  ops = await aPerson("marketing_ops");
  rep = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
});
beforeEach(async () => {
  unwanted = null;
  target = await startDouble(({ body }) => {
    const { data } = body as { data: { leadId: string } };
    return json(data.leadId === unwanted ? 422 : 200, {});
  });
  await owner.delete(enrichmentHealth);
  connectionId = await subscribed();
  return async () => {
    await removeConnection(admin, { connectionId }, now);
    await target.close();
  };
});

const send = (at: Date) => sendOutgoing(job, connectionId, () => at);
const rows = (leadId: string) => outgoingOf(leadId, connectionId);
const ids = () => target.asked.map(({ headers }) => headers["webhook-id"]);
const types = () => target.asked.map(({ body }) => (body as { type: string }).type);

describe("a REST hook", () => {
  it("is told a handoff once, signed, under the id of what goes out", async () => {
    const leadId = await aRoutedLead(ops, now);
    await send(later(1));
    await send(later(2));
    const [row] = await rows(leadId);
    expect(row).toMatchObject({ state: "sent", tries: 1, kind: "handoff" });
    const [asked, ...others] = target.asked;
    expect(others).toEqual([]);
    expect(asked?.body).toMatchObject({ type: "lead.routed", data: { leadId } });
    const headers = new Headers(asked?.headers as Record<string, string>);
    const body = Buffer.from(JSON.stringify(asked?.body));
    const proof = proveStandard({ headers, body, address: "" }, secret, later(1));
    expect(proof).toEqual({ ok: true, key: row?.id });
  });

  it.each([
    ["ahead of", 12, "too old"],
    ["behind", -12, "too new"],
  ])(
    "whose clock is %s ours refuses the signature: that is told, and it is tried until the clocks agree",
    async (way, minutes, old) => {
      const leadId = await aRoutedLead(ops, now);
      const date = (at: Date) => ({ date: at.toUTCString() });
      const theirs = later(60 + minutes * 60);
      target.fail(json(400, { error: "Message timestamp" }, date(theirs)));
      await send(later(60));
      const [row] = await rows(leadId);
      expect(row).toMatchObject({ state: "waiting", tries: 1 });
      expect(row?.words).toContain(`Its clock is 12 minutes ${way} Baton’s`);
      expect(row?.words).toContain(old);
      target.fail(null);
      await send(later(7_200));
      expect(await rows(leadId)).toMatchObject([{ state: "sent" }]);
      // With clocks that agree a 400 is about the event itself.
      target.fail(json(400, {}, date(later(7_300))));
      await addNote(ops, { leadId, kind: "note", text: "She is back." }, later(7_250));
      await send(later(7_300));
      expect((await rows(leadId))[1]).toMatchObject({ state: "failed" });
    },
  );

  it("is told an answer and a note, of the handoff that they are about", async () => {
    const leadId = await aRoutedLead(ops, now);
    const [found] = await db.select({ id: lead.handoffId }).from(lead).where(eq(lead.id, leadId));
    const handoffId = found?.id ?? "";
    await addNote(ops, { leadId, kind: "note", text: "She is back on Monday." }, later(1));
    await reject(rep, { handoffId, reason: "duplicate" }, later(2));
    for (const seconds of [10, 3_600, 3_700]) await send(later(seconds));
    expect(types()).toEqual(["lead.routed", "lead.noted", "lead.rejected"]);
    for (const { body } of target.asked)
      expect(body).toMatchObject({ data: { leadId, handoff: { id: handoffId } } });
    expect(target.asked[2]?.body).toMatchObject({ data: { decision: { reason: "duplicate" } } });
  });

  it("is told again under the same id where what came of a try is not known", async () => {
    const leadId = await aRoutedLead(ops, now);
    target.fail(FAULTS["a fault of its own"]);
    await send(later(1));
    expect(await rows(leadId)).toMatchObject([{ state: "waiting", cause: "broken" }]);
    target.fail(null);
    await send(later(3_600));
    expect(await rows(leadId)).toMatchObject([{ state: "sent", tries: 2 }]);
    expect(new Set(ids()).size).toBe(1);
    expect(ids().length).toBe(2);
  });

  it("is left alone for as long as it wishes, with everything else that waits", async () => {
    const leadId = await aRoutedLead(ops, now);
    await aRoutedLead(ops, later(1));
    target.fail(json(429, {}, { "retry-after": "900" }));
    await send(later(1));
    await send(later(899));
    const [row] = await rows(leadId);
    expect(row).toMatchObject({ state: "waiting", cause: "rate_limited" });
    expect(row?.dueAt.getTime()).toBeGreaterThanOrEqual(later(901).getTime());
    expect(target.asked.length).toBe(1);
  });

  it("is rested once it fails again and again, and is told everything when it is back", async () => {
    for (let lead = 0; lead < 2; lead += 1) await aRoutedLead(ops, now);
    // With one more it is three in a row.
    for (const _ of [1, 2])
      await noteHealth(job, connectionId, failed("broken", "Has a fault of its own (500)."), now);
    target.fail(FAULTS["a fault of its own"]);
    await send(later(1));
    expect(target.asked.length).toBe(1);
    target.fail(null);
    await send(later(3_600));
    expect(new Set(ids()).size).toBe(2);
    expect(target.asked.length).toBe(3);
  });

  it("that will never take one event is told the others, and that one again when it is replayed", async () => {
    const refused = await aRoutedLead(ops, now);
    const taken = await aRoutedLead(ops, later(1));
    unwanted = refused;
    await send(later(2));
    await send(later(3_600));
    expect(await rows(refused)).toMatchObject([{ state: "failed", tries: 1, cause: "refused" }]);
    expect(await rows(taken)).toMatchObject([{ state: "sent" }]);
    unwanted = null;
    const eventId = (await rows(refused))[0]?.id ?? "";
    await sendAnew(ops, { connectionId, eventId }, later(3_601));
    await send(later(3_602));
    expect(await rows(refused)).toMatchObject([{ state: "sent" }]);
    expect(ids().filter((id) => id === eventId).length).toBe(2);
  });

  it("ends with 410, with a row of history, and is sent nothing more", async () => {
    const leadId = await aRoutedLead(ops, now);
    const other = await aRoutedLead(ops, now);
    target.fail(json(410, {}));
    await send(later(1));
    const [gone] = await db.select().from(connection).where(eq(connection.id, connectionId));
    expect(gone).toMatchObject({ removedAt: later(1), secrets: null });
    const told = await db
      .select({ actor: history.actorName, after: history.after })
      .from(history)
      .where(and(eq(history.subjectId, connectionId), eq(history.verb, "removed")));
    expect(told).toEqual([{ actor: gone?.name, after: { because: "Its target answered 410." } }]);
    await aRoutedLead(ops, later(2));
    await send(later(3));
    expect(target.asked.length).toBe(1);
    for (const id of [leadId, other]) expect(await rows(id)).toMatchObject([{ state: "dropped" }]);
    const ended = (await endedHooks(ops, later(4))).filter(({ id }) => id === connectionId);
    expect(ended).toEqual([
      {
        ...{ id: connectionId, name: gone?.name, by: gone?.name, endedAt: later(1) },
        ...{ because: "Its target answered 410.", targetUrl: `${target.address}/hook` },
        events: HOOK_EVENTS,
      },
    ]);
    expect((await endedHooks(ops, later(31 * 86_400))).map(({ id }) => id)).not.toContain(
      connectionId,
    );
  });

  it("is signed with the secret before as well until that ends, and nobody sees either again", async () => {
    const made = await renewHookSecret(admin, { hookId: connectionId, hours: 1 }, now);
    const fresh = made?.ok ? made.value.secret : "";
    const shown = async (at: Date) =>
      (await connections(ops, at)).find(({ id }) => id === connectionId);
    expect(await shown(later(1))).toMatchObject({ secretSetAt: now, earlierUntil: later(3_600) });
    expect((await shown(later(3_600)))?.earlierUntil).toBeNull();
    await aRoutedLead(ops, now);
    await send(later(1));
    await aRoutedLead(ops, later(3_600));
    await send(later(3_601));
    const proofs = target.asked.map(({ headers: given, body: told }, index) => {
      const headers = new Headers(given as Record<string, string>);
      const body = Buffer.from(JSON.stringify(told));
      const at = later(index === 0 ? 1 : 3_601);
      return [fresh, secret].map(
        (one) => proveStandard({ headers, body, address: "" }, one, at).ok,
      );
    });
    expect(proofs).toEqual([
      [true, true],
      [true, false],
    ]);
    const kept = await db.select().from(history).where(eq(history.subjectId, connectionId));
    const stored = await db.select().from(connection).where(eq(connection.id, connectionId));
    for (const one of [fresh, secret]) expect(JSON.stringify([kept, stored])).not.toContain(one);
    expect(await renewHookSecret(admin, { hookId: randomUUID(), hours: 1 }, now)).toBeNull();
  });

  it("hears nothing of a lead that the gate holds, nor once it was removed", async () => {
    const held = await aLead(now);
    await evaluate(held, now);
    await send(later(1));
    expect(await rows(held)).toEqual([]);
    const leadId = await aRoutedLead(ops, now);
    await removeConnection(admin, { connectionId }, now);
    await send(later(2));
    expect(target.asked).toEqual([]);
    expect(await rows(leadId)).toMatchObject([{ state: "dropped" }]);
  });

  it("is shown with what waits and what it is sent, and is no CRM", async () => {
    const leadId = await aRoutedLead(ops, now);
    target.fail(FAULTS["a fault of its own"]);
    await send(later(1));
    const shown = (await connections(ops, later(2))).find(({ id }) => id === connectionId);
    expect(shown).toMatchObject({ way: "subscribes", systemLabel: "REST hook" });
    const kept = (await syncs(ops, later(2))).filter(({ id }) => id.includes(connectionId));
    expect(kept).toMatchObject([
      {
        does: "subscribes",
        waiting: 1,
        failures: [{ cause: "Has a fault of its own (500).", count: 1 }],
      },
    ]);
    expect(await stuckOutgoing(ops, CRM_IDS, 20)).toEqual([]);
    expect(await stuckOutgoing(ops, ["rest_hook"], 20)).toMatchObject([{ leadId, tries: 1 }]);
    expect(await crmMap(admin, connectionId)).toBeNull();
    expect((await crmTargets(ops)).connected).toBe(false);
    const listed = await writingConnection(ops, connectionId);
    expect(listed?.hook).toMatchObject({
      targetUrl: `${target.address}/hook`,
      events: HOOK_EVENTS,
    });
    const eventId = (await rows(leadId))[0]?.id ?? "";
    const one = await outgoingOne(ops, connectionId, eventId, later(2));
    expect(JSON.parse(one?.payload ?? "null")).toEqual(target.asked[0]?.body);
  });

  it("hears only of what it asked for", async () => {
    await removeConnection(admin, { connectionId }, now);
    connectionId = await subscribed("lead.noted");
    const leadId = await aRoutedLead(ops, now);
    await addNote(ops, { leadId, kind: "note", text: "She is back on Monday." }, later(1));
    await send(later(2));
    expect(types()).toEqual(["lead.noted"]);
  });
});
