import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db, transaction } from "@/db/client";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { notice } from "@/db/schema/notice";
import { absence } from "@/db/schema/person";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { handoffDocument } from "@/lib/api/handoffs/handoff-document";
import { rerouteLead } from "@/lib/gate/rerouting/commands";
import { logAttempt } from "@/lib/handoff/commands";
import { reject } from "@/lib/handoff/decisions/commands";
import { anApiKey, send } from "../testing/api";

let key = "";
let ops: Viewer;
let rep: Viewer;
const now = new Date();

beforeAll(async () => {
  key = await anApiKey();
  ops = await aPerson("marketing_ops");
  rep = await aPerson("rep", { name: "Rosa Rep", email: "rosa@baton.example" });
  await aPerson("rep", { name: "Same Name" });
  await aPerson("rep", { name: "Same Name" });
});

const decision = { owner: "Rosa@baton.example", reason: "Account owner", decidedAt: "2026-06-03" };
const decide = (id: string, body: Record<string, string> = decision) =>
  send("POST", `/leads/${id}/routing`, { key, body });

describe("K.4 a routing decision made elsewhere", () => {
  it("G.1 is held with 409 and the ids of what is missing, and kept until that is there", async () => {
    const id = await aLead(now);
    await document(ops, id, now, ["C2.5", "C1.2"]);
    const response = await decide(id);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      ...{ missing: ["C1.2", "C2.5"], kept: true },
      detail: expect.stringContaining(
        "The decision is kept, and followed once nothing is missing.",
      ),
    });
    const lead = await (await send("GET", `/leads/${id}`, { key })).json();
    expect(lead).toMatchObject({ status: "pending_enrichment", handoffId: null });
    await document(ops, id, now);
    const followed = await decide(id);
    expect(followed.status).toBe(200);
    expect(await followed.json()).toMatchObject({
      ...{ owner: { id: rep.id }, routingReason: decision.reason },
    });
  });

  it("is withdrawn while it waits, by the lead's id or by its other names, and not twice", async () => {
    const id = await aLead(now, { externalId: "00Q-withdrawn" });
    const withdraw = (address: string) => send("DELETE", address, { key });
    for (const address of [`/leads/${id}/routing`, "/routing?leadExternalId=00Q-withdrawn"]) {
      expect(await (await decide(id)).json()).toMatchObject({ kept: true });
      expect((await withdraw(address)).status).toBe(204);
      expect((await withdraw(address)).status).toBe(404);
    }
    const nameless = await withdraw("/routing");
    expect((await nameless.json()).errors).toMatchObject([{ field: "leadEmail" }]);
    await document(ops, id, now);
    const lead = await (await send("GET", `/leads/${id}`, { key })).json();
    expect(lead).toMatchObject({ status: "ready", handoffId: null });
  });

  it("C5.2 hands the lead to that rep with that reason, once, however often it is sent", async () => {
    const id = await aLead(now);
    await document(ops, id, now);
    const first = await decide(id);
    expect(first.status).toBe(201);
    const handoff = handoffDocument.parse(await first.json());
    expect(handoff).toMatchObject({
      leadId: id,
      owner: { id: rep.id, name: "Rosa Rep" },
      routingReason: "Account owner",
    });
    const again = await decide(id);
    expect(again.status).toBe(200);
    expect((await again.json()).id).toBe(handoff.id);
    const other = await decide(id, { ...decision, reason: "Territory" });
    expect(other.status).toBe(409);
    expect((await other.json()).missing).toEqual([]);
  });

  it("K.4 goes on to whom a later decision names, until its rep has tried to reach it", async () => {
    const id = await aLead(now);
    await document(ops, id, now);
    const mika = await aPerson("rep", { name: "Mika Later" });
    const full = await aPerson("rep", { name: "Otto Full", leadCap: 0 });
    const first = await (await decide(id)).json();
    const later = { owner: mika.email, reason: "Named account", decidedAt: "2026-06-04" };
    const busy = await decide(id, { ...later, owner: full.email });
    expect(busy.status).toBe(409);
    expect((await busy.json()).detail).toBe("Otto Full has 0 open leads, as many as allowed.");
    const moved = await decide(id, later);
    expect(moved.status).toBe(201);
    const second = handoffDocument.parse(await moved.json());
    expect(second).toMatchObject({ owner: { id: mika.id }, routingReason: "Named account" });
    expect(second.id).not.toBe(first.id);
    const told = await db.select().from(notice).where(eq(notice.handoffId, first.id));
    expect(told).toContainEqual(
      expect.objectContaining({ kind: "rerouted_away", personId: rep.id }),
    );
    expect((await decide(id, later)).status).toBe(200);
    // Sent once more, and late.
    expect((await decide(id)).status).toBe(409);
    await logAttempt(mika, { handoffId: second.id, kind: "call", result: "no_answer" }, now);
    const afterwards = await decide(id, { ...decision, decidedAt: "2026-06-05" });
    expect(afterwards.status).toBe(409);
    expect((await afterwards.json()).detail).toBe("A rep has this lead already.");
  });

  it("K.5 gives a lead back to nobody who let it lapse, where what was followed is sent once more", async () => {
    const id = await aLead(now);
    await document(ops, id, now);
    const first = await (await decide(id)).json();
    const because = "Rosa Rep did not answer within 5 minutes.";
    const onward = await transaction((tx) =>
      rerouteLead(tx, systemActor("job", "SLA"), id, { notTo: [rep.id], because }, now),
    );
    expect(onward.ok).toBe(true);
    for (const earlier of [{}, { reason: "Territory", decidedAt: "2026-06-02" }]) {
      const again = await decide(id, { ...decision, ...earlier });
      expect(again.status).toBe(409);
      expect((await again.json()).detail).toBe("A rep has this lead already.");
    }
    const anew = await decide(id, { ...decision, decidedAt: "2026-06-04" });
    expect(anew.status).toBe(201);
    expect((await anew.json()).id).not.toBe(first.id);
  });

  it("K.5 takes a decision without a time for the one that it repeats, once the lead has gone on", async () => {
    const id = await aLead(now);
    await document(ops, id, now);
    const mika = await aPerson("rep", { name: "Mika Untimed" });
    const route = (owner: string, more: object = {}) =>
      send("POST", "/routing", { key, body: { leadId: id, owner, reason: "Flow", ...more } });
    expect((await route(rep.email)).status).toBe(201);
    expect((await route(rep.email)).status).toBe(200);
    // Another owner is another decision.
    expect((await route(mika.email)).status).toBe(201);
    const late = await route(rep.email);
    expect(late.status).toBe(409);
    expect((await late.json()).detail).toBe(
      "This decision was followed before, and the lead has gone on since. Where it was made anew, send decidedAt.",
    );
    const anew = { decidedAt: new Date(Date.now() + 60_000).toISOString() };
    expect((await route(rep.email, anew)).status).toBe(201);
  });

  it("K.5 makes one handoff of a decision that is sent twice at once", async () => {
    const id = await aLead(now);
    await document(ops, id, now);
    const answers = await Promise.all([decide(id), decide(id)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 201]);
    const [one, other] = await Promise.all(answers.map((answer) => answer.json()));
    expect(one.id).toBe(other.id);
  });

  it("takes a name for the owner, and a new decision after a rejection", async () => {
    const id = await aLead(now);
    await document(ops, id, now);
    const byName = { ...decision, owner: "Rosa Rep" };
    const first = await (await decide(id, byName)).json();
    await reject(rep, { handoffId: first.id, reason: "no_need" }, now);
    const second = await decide(id, byName);
    expect(second.status).toBe(201);
    expect((await second.json()).id).not.toBe(first.id);
  });

  it("takes the id by which a handoff names its owner", async () => {
    const id = await aLead(now);
    await document(ops, id, now);
    const { owner } = await (await decide(id, decision)).json();
    const next = await aLead(now);
    await document(ops, next, now);
    const answer = await decide(next, { ...decision, owner: owner.id });
    expect(answer.status).toBe(201);
    expect((await answer.json()).owner).toEqual(owner);
  });

  it("is refused in words where that rep is away or has as many leads as allowed", async () => {
    const id = await aLead(now);
    await document(ops, id, now);
    const full = await aPerson("rep", { name: "Fiona Full", leadCap: 0 });
    const away = await aPerson("rep", { name: "Anna Away" });
    const stretch = { startsAt: new Date(now.getTime() - 1), endsAt: new Date("2099-01-01") };
    const said = { personId: away.id, authorId: away.id, at: now, ...stretch };
    await db.insert(absence).values(said);
    for (const [owner, why] of [
      [full.email, "Fiona Full has 0 open leads, as many as allowed."],
      [away.email, "Anna Away is away until 1 January 2099."],
    ] as const) {
      const answer = await decide(id, { ...decision, owner });
      expect(answer.status).toBe(409);
      expect((await answer.json()).detail).toBe(why);
      const named = { leadId: id, owner, reason: "LeanData" };
      const byName = await send("POST", "/routing", { key, body: named });
      expect((await byName.json()).detail).toBe(why);
    }
    expect((await decide(id)).status).toBe(201);
  });

  it.each([
    [{ owner: "Nobody" }, "owner"],
    [{ owner: "Same Name" }, "owner"],
    [{ owner: "marketing_ops.1@baton.example" }, "owner"],
    [{ decidedAt: "2099-01-01" }, "decidedAt"],
    [{ decidedAt: "soon" }, "decidedAt"],
    [{ reason: " " }, "reason"],
    [{ reason: "a\u0000b" }, "reason"],
    [{ rep: "Rosa" }, "rep"],
  ])("names what is wrong with %o", async (change, field) => {
    const id = await aLead(now);
    const response = await decide(id, { ...decision, ...change });
    expect(response.status).toBe(400);
    expect((await response.json()).errors).toEqual([expect.objectContaining({ field })]);
  });

  it("answers 404 for a lead that does not exist", async () => {
    expect((await decide("00000000-0000-4000-8000-000000000000")).status).toBe(404);
  });

  it("is written by a system that knows the lead by its email or its own id", async () => {
    const id = await aLead(now, { externalId: "00Q-routed-in-salesforce" });
    const { email } = await (await send("GET", `/leads/${id}`, { key })).json();
    const route = (names: object) =>
      send("POST", "/routing", { key, body: { owner: rep.email, reason: "LeanData", ...names } });
    const held = await route({ leadEmail: email });
    expect(held.status).toBe(409);
    expect((await held.json()).missing.length).toBeGreaterThan(0);
    await document(ops, id, now);
    const first = await route({ leadEmail: email.toUpperCase() });
    expect(first.status).toBe(200);
    const told = await first.json();
    expect(told).toMatchObject({ result: "already", leadId: id });
    const again = await route({ leadExternalId: "00Q-routed-in-salesforce" });
    expect(await again.json()).toEqual(told);
    expect((await route({ leadId: id })).status).toBe(200);
    expect((await route({ leadEmail: email, leadId: null, leadExternalId: null })).status).toBe(
      200,
    );
    expect((await route({ leadEmail: "nobody@nordlys.example" })).status).toBe(404);
    const nameless = await route({});
    expect(nameless.status).toBe(400);
    expect((await nameless.json()).errors).toMatchObject([{ field: "leadEmail" }]);
  });
});
