import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { history } from "@/db/schema/history";
import { apiKey, person } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { createFirstKeys, createKey, endSessions, revokeKey, setPerson } from "./commands";
import { keyHash } from "./keys/key";
import { NotAllowed } from "./permissions";
import { keyHolder, viewerOf } from "./queries";
import { systemActor, type Viewer } from "./viewer";

const { db } = testDatabase();
const now = new Date("2026-06-03T12:00:00.000Z");
const start = systemActor("command line", "Start");
let admin: Viewer;

beforeAll(async () => {
  admin = await aPerson("admin");
});

const told = (subject: string, subjectId: string) =>
  db
    .select({ verb: history.verb, by: history.actorName, after: history.after })
    .from(history)
    .where(and(eq(history.subject, subject), eq(history.subjectId, subjectId)));

describe("BATON_API_KEY and BATON_WRITE_KEY make the first keys", () => {
  it("makes each once, however often the server starts, and keeps only its hash", async () => {
    const given = { api: "first api key", write: "first write key" };
    await Promise.all([createFirstKeys(start, given, now), createFirstKeys(start, given, now)]);
    await createFirstKeys(start, given, now);
    expect((await keyHolder("api", "first api key"))?.actor.name).toBe("Public API");
    expect((await keyHolder("write", "first write key"))?.actor.name).toBe("Tracking API");
    const rows = await db.select().from(apiKey);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain("first api key");
    expect(await told("key", rows[0]?.id ?? "")).toHaveLength(1);
  });

  it("opens one API with one kind of key", async () => {
    expect(await keyHolder("write", "first api key")).toBeNull();
    expect(await keyHolder("api", "first write key")).toBeNull();
  });

  it("makes none where the environment has none, and leaves a revoked one revoked", async () => {
    const before = await db.select().from(apiKey);
    await createFirstKeys(start, { api: undefined }, now);
    expect(await db.select().from(apiKey)).toHaveLength(before.length);
    const [row] = await db
      .select()
      .from(apiKey)
      .where(eq(apiKey.hash, keyHash("first api key")));
    await revokeKey(admin, { keyId: row?.id ?? "" }, now);
    await createFirstKeys(start, { api: "first api key" }, now);
    expect(await keyHolder("api", "first api key")).toBeNull();
  });
});

describe("an admin's keys", () => {
  it("are shown once, work until revoked, and are told in history", async () => {
    const made = await createKey(admin, { kind: "api", name: "LeanData" }, now);
    if (!made.ok) throw new Error(made.reason);
    const { key } = made.value;
    expect((await keyHolder("api", key))?.actor.name).toBe("LeanData");
    const [row] = await db
      .select()
      .from(apiKey)
      .where(eq(apiKey.hash, keyHash(key)));
    expect(await revokeKey(admin, { keyId: row?.id ?? "" }, now)).toMatchObject({ ok: true });
    expect(await keyHolder("api", key)).toBeNull();
    expect(await revokeKey(admin, { keyId: row?.id ?? "" }, now)).toMatchObject({ ok: false });
    expect((await told("key", row?.id ?? "")).map(({ verb }) => verb).toSorted()).toEqual([
      "created",
      "revoked",
    ]);
  });

  it("have names that tell them apart, also when two are made at once", async () => {
    const input = { kind: "write", name: "Shop" } as const;
    const outcomes = await Promise.all([
      createKey(admin, input, now),
      createKey(admin, { ...input, kind: "api" }, now),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ field: "name" });
  });

  it.each(["rep", "marketing_ops", "manager"] as const)(
    "are not for a %s to make",
    async (role) => {
      const viewer = await aPerson(role);
      await expect(createKey(viewer, { kind: "api", name: role }, now)).rejects.toThrow(NotAllowed);
      await expect(revokeKey(viewer, { keyId: viewer.id }, now)).rejects.toThrow(NotAllowed);
    },
  );
});

describe("an admin's people", () => {
  it("change role at their next request, told in history with before and after", async () => {
    const rep = await aPerson("rep");
    await setPerson(admin, { personId: rep.id, role: "manager", active: true }, now);
    expect((await viewerOf(rep.id, 1))?.role).toBe("manager");
    expect(await told("person", rep.id)).toEqual([
      { verb: "changed", by: admin.name, after: { role: "manager", active: true } },
    ]);
    await setPerson(admin, { personId: rep.id, role: "manager", active: true }, now);
    expect(await told("person", rep.id)).toHaveLength(1);
  });

  it("lose their access at their next request", async () => {
    const rep = await aPerson("rep");
    await setPerson(admin, { personId: rep.id, role: "rep", active: false }, now);
    expect(await viewerOf(rep.id, 1)).toBeNull();
  });

  it("get none of their old sessions back with their access", async () => {
    const rep = await aPerson("rep");
    await setPerson(admin, { personId: rep.id, role: "rep", active: false }, now);
    await setPerson(admin, { personId: rep.id, role: "rep", active: true }, now);
    expect(await viewerOf(rep.id, 1)).toBeNull();
    expect(await viewerOf(rep.id, 2)).not.toBeNull();
  });

  it("are signed out everywhere by an admin or themselves, and by nobody else", async () => {
    const rep = await aPerson("rep");
    await endSessions(admin, { personId: rep.id }, now);
    expect(await viewerOf(rep.id, 1)).toBeNull();
    const again = await viewerOf(rep.id, 2);
    if (!again) throw new Error("The rep cannot sign in again.");
    expect(await endSessions(again, { personId: rep.id }, now)).toMatchObject({ ok: true });
    await expect(endSessions(again, { personId: admin.id }, now)).rejects.toThrow(NotAllowed);
  });

  it("always keep one admin, though two step down at once", async () => {
    const other = await aPerson("admin");
    const down = (who: Viewer) =>
      setPerson(who, { personId: who.id, role: "manager", active: true }, now);
    const outcomes = await Promise.all([down(admin), down(other)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const left = await db.select().from(person).where(eq(person.role, "admin"));
    expect(left).toHaveLength(1);
  });
});
