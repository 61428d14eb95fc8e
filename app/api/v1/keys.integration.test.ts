import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { asOne } from "@/db/client";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { apiKey, idempotentAnswer } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { createKey } from "@/lib/access/commands";
import { claimRequest, forgetAnswers, keepAnswer } from "@/lib/access/idempotency/commands";
import { keyHash } from "@/lib/access/keys/key";
import { countRequest, LIMIT } from "@/lib/access/keys/limit";
import type { Scope } from "@/lib/access/keys/scopes";
import { keys } from "@/lib/access/queries";
import { systemActor } from "@/lib/access/viewer";
import { leadTaken } from "@/lib/api/leads/endpoints";
import { routedDocument } from "@/lib/api/routing/endpoints";
import { anApiKey, send } from "./testing/api";

const { db, owner } = testDatabase();
const TESTS = systemActor("command line", "Tests");
const address = () => `${randomUUID()}@nordlys.example`;

async function aKeyFor(...scopes: Scope[]) {
  const admin = await aPerson("admin");
  const made = await createKey(admin, { kind: "api", name: randomUUID(), scopes }, new Date());
  if (!made.ok) throw new Error(made.reason);
  return { admin, key: made.value.key };
}
const idOf = async (key: string) => {
  const [row] = await db
    .select()
    .from(apiKey)
    .where(eq(apiKey.hash, keyHash(key)));
  return row?.id ?? "";
};

describe("K.1 a key may do what it was made for", () => {
  it("and nothing else, which says what it lacks", async () => {
    const { key, admin } = await aKeyFor("leads:write");
    expect((await send("POST", "/leads", { key, body: { email: address() } })).status).toBe(201);
    for (const [path, scope] of [
      ["/leads", "leads:read"],
      ["/handoffs", "handoffs:read"],
    ] as const) {
      const response = await send("GET", path, { key });
      expect(response.status).toBe(403);
      expect(response.headers.get("www-authenticate")).toContain(`scope="${scope}"`);
      expect(await response.json()).toMatchObject({ status: 403, detail: expect.any(String) });
    }
    const connecting = { system: "kickbox", name: "Kickbox", secrets: { apiKey: "k" } };
    expect((await send("POST", "/connections", { key, body: connecting })).status).toBe(403);
    expect(await keys(admin)).toMatchObject([{ scopes: ["leads:write"] }]);
  });

  it("and one that may only send leads reads nobody by posting an address that is known", async () => {
    const [email, all] = [address(), await anApiKey()];
    const known = { email, firstName: "Ada", phone: "+47 22 34 56 78", externalId: randomUUID() };
    const { id } = await (await send("POST", "/leads", { key: all, body: known })).json();
    const { key } = await aKeyFor("leads:write");
    const posted = async (body: object) => {
      const response = await send("POST", "/leads", { key, body });
      return [response.status, leadTaken.parse(await response.json())];
    };
    const taken = { id, status: "pending_enrichment" };
    expect(await posted({ email })).toEqual([200, taken]);
    expect(await posted({ email, jobTitle: "COO" })).toEqual([200, taken]);
    const [status, fresh] = await posted({ email: address() });
    expect([status, fresh]).toEqual([201, { ...taken, id: expect.any(String) }]);
    const reads = await aKeyFor("leads:write", "leads:read");
    const whole = await send("POST", "/leads", { key: reads.key, body: { email } });
    expect(await whole.json()).toMatchObject({ id, fields: { "C1.2": { value: "COO" } } });
  });

  it("and one that may only route leads reads none of what it hands off, nor of what is handed off", async () => {
    const [now, ops, rep] = [new Date(), await aPerson("marketing_ops"), await aPerson("rep")];
    const id = await aLead(now);
    await document(ops, id, now);
    const body = { owner: rep.email, reason: "Territory", decidedAt: now.toISOString() };
    const route = async (key: string) => {
      const response = await send("POST", `/leads/${id}/routing`, { key, body });
      return [response.status, await response.json()];
    };
    const { key } = await aKeyFor("routing:write");
    const [status, fresh] = await route(key);
    expect([status, routedDocument.parse(fresh)]).toEqual([201, fresh]);
    expect(await route(key)).toEqual([200, { ...fresh, result: "already" }]);
    const reads = await aKeyFor("routing:write", "handoffs:read");
    expect(await route(reads.key)).toMatchObject([200, { id: fresh.handoffId, leadId: id }]);
  });

  it("is made for at least one thing; one from before may do everything", async () => {
    const admin = await aPerson("admin");
    const none = { kind: "api" as const, name: randomUUID(), scopes: [] };
    expect(await createKey(admin, none, new Date())).toMatchObject({ ok: false, field: "scopes" });
    const key = await anApiKey();
    for (const path of ["/leads", "/handoffs"])
      expect((await send("GET", path, { key })).status).toBe(200);
  });
});

describe("K.5 a key that asks too often", () => {
  it("is told what is left with every answer, and then when to ask again", async () => {
    const key = await anApiKey();
    const first = await send("GET", "/leads", { key });
    expect(first.headers.get("ratelimit-policy")).toBe(`"key";q=${LIMIT.requests};w=60`);
    expect(first.headers.get("ratelimit")).toMatch(/^"key";r=\d+;t=\d+$/);
    const keyId = await idOf(key);
    while (countRequest(keyId, new Date()).ok);
    const refused = await send("GET", "/leads", { key });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
    expect((await send("GET", "/leads", { key: await anApiKey() })).status).toBe(200);
  });
});

describe("K.5 a request with an Idempotency-Key", () => {
  const post = (key: string, body: unknown, once: string) =>
    send("POST", "/leads", { key, body, headers: { "Idempotency-Key": once } });

  it("is answered once: the same again gets the same answer", async () => {
    const key = await anApiKey();
    const body = { email: address(), jobTitle: "COO" };
    const first = await post(key, body, '"one"');
    expect(first.status).toBe(201);
    await send("POST", "/leads", { key, body: { ...body, jobTitle: "CEO" } });
    const again = await post(key, body, '"one"');
    expect(again.status).toBe(201);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(again.headers.get("location")).toBe(first.headers.get("location"));
    expect(await again.json()).toEqual(await first.json());
    const lead = await (await send("GET", `/leads?email=${body.email}`, { key })).json();
    expect(lead.data[0].fields["C1.2"].value).toBe("CEO");
  });

  it("that is another one is 422, one under way 409, one of another key its own", async () => {
    const key = await anApiKey();
    const body = { email: address() };
    expect((await post(key, body, "two")).status).toBe(201);
    expect((await post(key, { email: address() }, "two")).status).toBe(422);
    expect((await post(await anApiKey(), body, "two")).status).toBe(200);
    const many = await Promise.all(Array.from({ length: 5 }, () => post(key, body, "three")));
    const statuses = many.map(({ status }) => status);
    expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([]);
    expect(statuses).toContain(200);
    expect((await post(key, body, "three")).headers.get("idempotency-replayed")).toBe("true");
  });

  it("keeps a refusal as well, but not what nobody could read", async () => {
    const key = await anApiKey();
    const connecting = { system: "kickbox", name: randomUUID(), secrets: { apiKey: "k" } };
    const connect = (once: string, body: unknown = connecting) =>
      send("POST", "/connections", { key, body, headers: { "Idempotency-Key": once } });
    expect((await connect("a")).status).toBe(201);
    expect((await connect("a")).status).toBe(201);
    expect((await connect("b")).status).toBe(409);
    expect((await connect("c", { system: "nobody" })).status).toBe(400);
    expect((await connect("c", { ...connecting, name: randomUUID() })).status).toBe(201);
    const wrong = await connect('""');
    expect((await wrong.json()).errors).toMatchObject([{ field: "Idempotency-Key" }]);
  });

  it("does nothing where its answer cannot be kept, so that the same again does it once", async () => {
    const key = await anApiKey();
    const body = { email: address(), jobTitle: "COO" };
    const activity = { id: randomUUID(), leadEmail: body.email, kind: "remark", text: "Call" };
    const activities = [{ ...activity, occurredAt: new Date().toISOString() }];
    const once = { "Idempotency-Key": "dying" };
    // Whoever answers dies between the work and its answer: the database refuses just that.
    await owner.execute(sql`create function dies() returns trigger language plpgsql as
      $$ begin raise exception 'died'; end $$`);
    await owner.execute(sql`create trigger dies before insert on idempotent_answer
      for each row when (new.idempotency_key = 'dying') execute function dies()`);
    expect((await post(key, body, "dying")).status).toBe(500);
    const found = async () => (await send("GET", `/leads?email=${body.email}`, { key })).json();
    expect((await found()).total).toBe(0);
    await owner.execute(sql`drop trigger dies on idempotent_answer`);
    expect((await post(key, body, "dying")).status).toBe(201);
    expect((await post(key, body, "dying")).headers.get("idempotency-replayed")).toBe("true");
    expect((await found()).total).toBe(1);
    const sent = await send("POST", "/activities", {
      ...{ key: await anApiKey(), body: { activities }, headers: once },
    });
    expect(await sent.json()).toMatchObject({ accepted: 1, repeated: 0 });
  });

  it("is taken on by one, by anybody once that one failed, and is forgotten after a day", async () => {
    const keyId = await idOf(await anApiKey());
    const asked = { keyId, key: randomUUID(), fingerprint: "f" };
    const other = { ...asked, fingerprint: "g" };
    const now = new Date();
    const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
    const claim = (one: typeof asked, when: Date) => asOne(() => claimRequest(TESTS, one, when));
    const answer = { status: 200, headers: {}, body: "1" };
    const failing = asOne(async () => {
      expect(await claimRequest(TESTS, asked, now)).toEqual({ state: "ours" });
      expect(await claim(asked, now)).toEqual({ state: "under way" });
      throw new Error("failed");
    });
    await expect(failing).rejects.toThrow("failed");
    expect(await claim(other, now)).toEqual({ state: "ours" });
    await asOne(() => keepAnswer(TESTS, asked, answer, now));
    expect(await claim(asked, at(23))).toEqual({ state: "answered", answer });
    expect(await claim(other, at(23))).toEqual({ state: "another" });
    expect(await claim(other, at(25))).toEqual({ state: "ours" });
    await forgetAnswers(TESTS, at(50));
    const kept = await db.select().from(idempotentAnswer).where(eq(idempotentAnswer.keyId, keyId));
    expect(kept).toEqual([]);
  });
});
