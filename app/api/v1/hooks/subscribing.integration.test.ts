import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCrm } from "@/db/factories/crms";
import { aRoutedLead } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { connection } from "@/db/schema/connection";
import { apiKey, idempotentAnswer } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { type Double, json, startDouble } from "@/e2e/doubles/double";
import { createKey, revokeKey } from "@/lib/access/commands";
import { keyHash } from "@/lib/access/keys/key";
import { systemActor } from "@/lib/access/viewer";
import { sendOutgoing } from "@/lib/connections/outbox/sending/commands";
import { MOST_HOOKS } from "@/lib/connections/rest-hooks/commands";
import { HOOK_EVENTS } from "@/lib/connections/rest-hooks/hook-event";
import { proveStandard } from "@/lib/connections/senders/standard-webhooks";
import { anApiKey, send } from "../testing/api";

const { db, owner } = testDatabase();

let target: Double;
let key: string;
beforeEach(async () => {
  target = await startDouble(() => json(200, {}));
  key = await anApiKey();
});
afterEach(() => target.close());

const wanted = (path = "/hook") => ({
  targetUrl: `${target.address}${path}`,
  events: ["lead.routed"],
});
const subscribe = (body: unknown = wanted(), headers = {}, by = key) =>
  send("POST", "/hooks", { key: by, body, headers });
const unsubscribe = (id: string, by = key) => send("DELETE", `/hooks/${id}`, { key: by });
const listed = async (query = "", by = key) =>
  (await send("GET", `/hooks${query}`, { key: by })).json();
const rowOf = async (id: string) =>
  (await db.select().from(connection).where(eq(connection.id, id)))[0];
const keyIdOf = async (of: string) => {
  const [row] = await db
    .select()
    .from(apiKey)
    .where(eq(apiKey.hash, keyHash(of)));
  return row?.id ?? "";
};

describe("K.1 a hook that a key subscribes", () => {
  it("is told what it asked for, signed with the secret that it was shown once", async () => {
    const response = await subscribe();
    expect(response.status).toBe(201);
    expect(response.headers.get("ratelimit")).toMatch(/^"key";r=\d+;t=\d+$/);
    const { secret, ...hook } = await response.json();
    expect(hook).toEqual({
      ...{ id: expect.any(String), ...wanted(), paused: false, createdAt: expect.any(String) },
    });
    const ops = await aPerson("marketing_ops");
    await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
    const leadId = await aRoutedLead(ops, new Date());
    const sentAt = new Date(Date.now() + 1_000);
    await sendOutgoing(systemActor("job", "Tests"), hook.id, () => sentAt);
    expect(target.asked).toMatchObject([{ body: { type: "lead.routed", data: { leadId } } }]);
    const [asked] = target.asked;
    const headers = new Headers(asked?.headers as Record<string, string>);
    const body = Buffer.from(JSON.stringify(asked?.body));
    expect(proveStandard({ headers, body, address: "" }, secret, sentAt)).toMatchObject({
      ok: true,
    });
    const row = await rowOf(hook.id);
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(JSON.stringify(await listed())).not.toContain("whsec_");
  });

  it("is the same one where it is subscribed again, also by two at once", async () => {
    const both = await Promise.all([subscribe(), subscribe()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 201]);
    const [one, other] = await Promise.all(both.map((response) => response.json()));
    expect(one.id).toBe(other.id);
    expect([one.secret, other.secret].filter(Boolean)).toHaveLength(1);
    const more = await subscribe({ ...wanted(), events: [...HOOK_EVENTS, "lead.routed"] });
    expect(await more.json()).toMatchObject({ events: HOOK_EVENTS });
    expect((await listed()).total).toBe(2);
    const names = await Promise.all(
      (await listed()).data.map(({ id }: { id: string }) => rowOf(id)),
    );
    expect(new Set(names.map((row) => row?.name)).size).toBe(2);
  });

  it("is answered the same under an Idempotency-Key, and its secret is kept readable nowhere", async () => {
    const once = { "Idempotency-Key": randomUUID() };
    const first = await subscribe(wanted(), once);
    const again = await subscribe(wanted(), once);
    expect(again.status).toBe(201);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    const answer = await first.json();
    expect(await again.json()).toEqual(answer);
    const kept = eq(idempotentAnswer.keyId, await keyIdOf(key));
    const [stored] = await db.select().from(idempotentAnswer).where(kept);
    expect(stored?.status).toBe(201);
    expect(stored?.body).not.toContain(answer.secret);
    expect(stored?.body).not.toContain(answer.id);
    const once2 = and(kept, eq(idempotentAnswer.idempotencyKey, once["Idempotency-Key"]));
    await owner.update(idempotentAnswer).set({ body: "sealed elsewhere" }).where(once2);
    expect((await subscribe(wanted(), once)).status).toBe(409);
  });

  it("ends when it is unsubscribed, as often as that is asked", async () => {
    const { id } = await (await subscribe()).json();
    for (const _ of [1, 2]) {
      const response = await unsubscribe(id);
      expect(response.status).toBe(204);
      expect(await response.text()).toBe("");
      expect(response.headers.get("ratelimit-policy")).toContain('"key"');
    }
    expect(await rowOf(id)).toMatchObject({ removedAt: expect.any(Date), secrets: null });
    expect(await listed()).toEqual({ data: [], nextCursor: null, total: 0 });
    const anew = await subscribe();
    expect(anew.status).toBe(201);
    expect((await anew.json()).id).not.toBe(id);
  });

  it("is given a new secret, shown once, while the one before signs besides for as long as it says", async () => {
    const { id, secret } = await (await subscribe()).json();
    const renew = (body: unknown, headers = {}, by = key) =>
      send("POST", `/hooks/${id}/secret`, { key: by, body, headers });
    const once = { "Idempotency-Key": randomUUID() };
    const first = await renew({}, once);
    expect(first.headers.get("cache-control")).toContain("no-store");
    const answer = await first.json();
    expect(answer).toEqual({
      ...{ id, secret: expect.stringMatching(/^whsec_/), earlierUntil: expect.any(String) },
    });
    const hours = (Date.parse(answer.earlierUntil) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
    expect(await (await renew({}, once)).json()).toEqual(answer);
    await aRoutedLead(await aPerson("marketing_ops"), new Date());
    await sendOutgoing(systemActor("job", "Tests"), id, () => new Date());
    const [asked] = target.asked;
    const headers = new Headers(asked?.headers as Record<string, string>);
    const body = Buffer.from(JSON.stringify(asked?.body));
    for (const one of [answer.secret, secret])
      expect(proveStandard({ headers, body, address: "" }, one, new Date()).ok).toBe(true);
    expect((await renew({})).status).toBe(200);
    expect((await renew({ hours: 1 })).status).toBe(409);
    expect(await (await renew({ hours: 0 })).json()).toMatchObject({ earlierUntil: null });
    const wrong = await renew({ hours: 200 });
    expect(await wrong.json()).toMatchObject({
      ...{ status: 400, errors: [{ field: "hours", reason: "must be 168 or less" }] },
    });
    expect((await renew({}, {}, await anApiKey())).status).toBe(404);
    await unsubscribe(id);
    expect((await renew({})).status).toBe(404);
  });

  it("ends with its key", async () => {
    const admin = await aPerson("admin");
    const name = randomUUID();
    const made = await createKey(admin, { kind: "api", name, scopes: ["hooks:write"] }, new Date());
    const by = made.ok ? made.value.key : "";
    const { id } = await (await subscribe(wanted(), {}, by)).json();
    await revokeKey(admin, { keyId: await keyIdOf(by) }, new Date());
    expect(await rowOf(id)).toMatchObject({ removedAt: expect.any(Date), secrets: null });
  });
});

describe("K.1 the hooks of a key", () => {
  it("are its own: nobody else lists or ends them, and nothing but a hook is ended by it", async () => {
    const { id } = await (await subscribe()).json();
    const other = await anApiKey();
    expect((await listed("", other)).total).toBe(0);
    expect((await unsubscribe(id, other)).status).toBe(404);
    expect((await subscribe(wanted(), {}, other)).status).toBe(201);
    const admin = await aPerson("admin");
    const secrets = { apiKey: "zb" };
    const connected = await aCrm(admin, "zerobounce", { settings: {}, secrets }, new Date());
    await owner
      .update(connection)
      .set({ subscribedBy: await keyIdOf(key) })
      .where(eq(connection.id, connected));
    expect((await listed()).total).toBe(1);
    for (const wrong of [connected, randomUUID(), "nothing"])
      expect((await unsubscribe(wrong)).status).toBe(404);
    for (const still of [id, connected])
      expect(await rowOf(still)).toMatchObject({ removedAt: null });
  });

  it("are listed page by page, and are not more than anybody needs", async () => {
    const { id } = await (await subscribe()).json();
    const row = await rowOf(id);
    if (!row) throw new Error("It was not kept.");
    const others = Array.from({ length: MOST_HOOKS - 1 }, (_, number) => ({
      ...{ ...row, id: randomUUID(), name: randomUUID() },
      settings: { ...row.settings, address: `${target.address}/${number}` },
    }));
    await owner.insert(connection).values(others);
    const first = await listed("?limit=60");
    const second = await listed(`?limit=60&cursor=${first.nextCursor}`);
    const ids = [...first.data, ...second.data].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(MOST_HOOKS);
    expect(first.total).toBe(MOST_HOOKS);
    expect(second.nextCursor).toBeNull();
    expect((await subscribe()).status).toBe(200);
    const refused = await subscribe(wanted("/more"));
    expect(refused.status).toBe(409);
    expect((await refused.json()).detail).toContain(`${MOST_HOOKS} hooks`);
  });
});

describe("K.5 a subscription that cannot be", () => {
  it.each([
    [{ targetUrl: undefined }, "targetUrl", "is missing"],
    [{ targetUrl: 7 }, "targetUrl", "must be text"],
    [{ targetUrl: "hook" }, "targetUrl", "is not an address such as"],
    [{ targetUrl: "http://hooks.example.com/" }, "targetUrl", "must start with https://"],
    [{ targetUrl: "https://10.0.0.7/" }, "targetUrl", "leads into a private network"],
    [{ targetUrl: "https://a:b@example.com/" }, "targetUrl", "must not hold a user name"],
    [{ events: undefined }, "events", "is missing"],
    [{ events: "lead.routed" }, "events", "must be a list"],
    [{ events: [] }, "events", "is empty"],
    [{ events: ["lead.won"] }, "events.0", "is not one of lead.routed, lead.accepted"],
    [{ secret: "whsec_x" }, "secret", "is not a field that we know"],
  ])("names what is wrong: %j", async (wrong, field, reason) => {
    const response = await subscribe({ ...wanted(), ...wrong });
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const { errors } = await response.json();
    expect(errors).toMatchObject([{ field, reason: expect.stringContaining(reason) }]);
  });

  it("asks for a key that was made for it", async () => {
    const admin = await aPerson("admin");
    const name = randomUUID();
    const made = await createKey(admin, { kind: "api", name, scopes: ["leads:read"] }, new Date());
    const by = made.ok ? made.value.key : "";
    const answers = [
      await subscribe(wanted(), {}, by),
      await send("GET", "/hooks", { key: by }),
      await unsubscribe(randomUUID(), by),
    ];
    for (const response of answers) {
      expect(response.status).toBe(403);
      expect(response.headers.get("www-authenticate")).toContain('scope="hooks:write"');
    }
    expect((await subscribe(wanted(), {}, "unknown")).status).toBe(401);
  });
});
