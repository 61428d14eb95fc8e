import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { connection } from "@/db/schema/connection";
import { enrichmentStep } from "@/db/schema/enrichment";
import { history } from "@/db/schema/history";
import { testDatabase } from "@/db/testing/database";
import { CLEARBIT_FAULTS, CLEARBIT_KEY, startClearbit } from "@/e2e/doubles/clearbit";
import type { Double } from "@/e2e/doubles/double";
import { NotAllowed } from "@/lib/access/permissions";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { env } from "@/lib/platform/env";
import {
  addConnection,
  changeConnection,
  removeConnection,
  resealConnections,
  setPaused,
} from "./commands";
import { replaceSecrets, testConnection } from "./proof/commands";
import { connections } from "./queries";
import { openSecrets, sealSecrets } from "./secrets";

const { db } = testDatabase();
let clock = Date.parse("2026-06-03T10:00:00Z");
/** Each write later than the one before, as in life. */
function now(): Date {
  clock += 1_000;
  return new Date(clock);
}

let clearbit: Double;
let admin: Viewer;
let id = "";
let name = "";

beforeAll(async () => {
  clearbit = await startClearbit();
  admin = await aPerson("admin");
});
afterAll(() => clearbit.close());
beforeEach(async () => {
  clearbit.fail(null);
  name = `Clearbit ${crypto.randomUUID()}`;
  id = await connected({ apiKey: CLEARBIT_KEY });
});

const given = (secrets: Record<string, string>, address = clearbit.address) => ({
  system: "clearbit",
  name,
  settings: { address },
  secrets,
});

async function connected(secrets: Record<string, string>): Promise<string> {
  const outcome = await addConnection(admin, given(secrets), now());
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.id;
}

async function row() {
  const [found] = await db.select().from(connection).where(eq(connection.id, id));
  if (!found) throw new Error("The connection is gone.");
  return found;
}

const told = async () => {
  const rows = await db.select().from(history).where(eq(history.subjectId, id)).orderBy(history.at);
  return rows.map(({ verb }) => verb);
};
const test = async () => {
  const outcome = await testConnection(admin, { connectionId: id }, now());
  return outcome.ok ? outcome.value : { works: undefined, words: outcome.reason };
};

describe("K.5 connecting a system", () => {
  it("keeps its key encrypted, out of history and out of what pages read", async () => {
    const stored = await row();
    expect(openSecrets(stored.secrets, id)).toEqual({ apiKey: CLEARBIT_KEY });
    const rows = await db.select().from(history).where(eq(history.subjectId, id));
    const seen = JSON.stringify([rows, stored, await connections(admin, now())]);
    expect(seen).not.toContain(CLEARBIT_KEY);
    expect(rows).toMatchObject([{ verb: "connected", actorId: admin.id }]);
  });

  it("G.2 puts its lookups at the end of the chain", async () => {
    const steps = await db.select().from(enrichmentStep).orderBy(enrichmentStep.position);
    const ours = steps.filter(({ connectionId }) => connectionId === id);
    expect(ours.map(({ lookup }) => lookup)).toEqual(["person", "company"]);
    expect(steps.slice(-2)).toEqual(ours);
    expect(ours.every(({ enabled }) => enabled)).toBe(true);
  });

  it("refuses what is missing or unknown, and a name that is taken", async () => {
    const refusal = async (input: Parameters<typeof addConnection>[1]) => {
      const outcome = await addConnection(admin, input, now());
      return outcome.ok ? null : outcome.field;
    };
    expect(await refusal({ ...given({ apiKey: "k" }), system: "nobody" })).toBe("system");
    expect(await refusal(given({}))).toBe("secrets.apiKey");
    expect(await refusal(given({ apiKey: "k" }, "http://example.com"))).toBe("settings.address");
    expect(await refusal({ ...given({ apiKey: "k" }), name: name.toUpperCase() })).toBe("name");
  });

  it("is for admins alone", async () => {
    for (const role of ["rep", "marketing_ops", "manager"] as const) {
      const viewer = await aPerson(role);
      const asked = { connectionId: id };
      const tries = [
        addConnection(viewer, given({ apiKey: "k" }), now()),
        changeConnection(viewer, { ...given({ apiKey: "k" }), ...asked }, now()),
        replaceSecrets(viewer, { ...asked, secrets: { apiKey: "k" } }, now()),
        setPaused(viewer, { ...asked, paused: true }, now()),
        testConnection(viewer, asked, now()),
        removeConnection(viewer, asked, now()),
      ];
      for (const one of tries) await expect(one).rejects.toThrow(NotAllowed);
    }
    await expect(connections(await aPerson("rep"), now())).rejects.toThrow(NotAllowed);
    expect(await told()).toEqual(["connected"]);
  });
});

describe("K.5 testing a connection", () => {
  it("really asks, with the key, and says that it works", async () => {
    const before = clearbit.asked.length;
    expect(await test()).toMatchObject({ works: true });
    expect(clearbit.asked.length).toBe(before + 1);
    expect(await told()).toEqual(["connected", "tested"]);
    const [view] = (await connections(admin, now())).filter((one) => one.id === id);
    expect(view).toMatchObject({ test: { works: true }, health: { failuresInARow: 0 } });
  });

  it.each([
    ["a rate limit", "asked too often"],
    ["used-up credits", "no credits left"],
    ["a fault of its own", "fault of its own"],
    ["a proxy's page", "cannot be read"],
    ["half a body", "cannot be re"],
  ] as const)("says what is wrong: %s", async (fault, words) => {
    clearbit.fail(CLEARBIT_FAULTS[fault]);
    const verdict = await test();
    expect(verdict).toMatchObject({ works: false });
    expect(verdict.words).toContain(words);
  });

  it("says that a key is not accepted, and that a machine cannot be reached", async () => {
    name = `Other ${name}`;
    id = await connected({ apiKey: "sk_wrong" });
    expect(await test()).toMatchObject({ works: false, cause: "unauthorised" });
    const gone = await startClearbit();
    await gone.close();
    name = `Gone ${name}`;
    id = (await addOrThrow(gone.address)).id;
    expect(await test()).toMatchObject({ works: false, cause: "unreachable" });
  });

  it("says so where the secret cannot be read any more", async () => {
    const other = await connectedBeside();
    const stored = await db.select().from(connection).where(eq(connection.id, other));
    await db
      .update(connection)
      .set({ secrets: stored[0]?.secrets ?? null })
      .where(eq(connection.id, id));
    const verdict = await test();
    expect(verdict).toMatchObject({ works: false });
    expect(verdict.words).toContain("BATON_SECRET");
  });
});

async function addOrThrow(address: string) {
  const outcome = await addConnection(admin, given({ apiKey: CLEARBIT_KEY }, address), now());
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

async function connectedBeside() {
  name = `Beside ${name}`;
  return connected({ apiKey: CLEARBIT_KEY });
}

describe("K.5 changing a connection", () => {
  const secret = async () => openSecrets((await row()).secrets, id).apiKey;

  it("replaces a key only by one that is accepted", async () => {
    const wrong = { connectionId: id, secrets: { apiKey: "sk_wrong" } };
    expect(await replaceSecrets(admin, wrong, now())).toMatchObject({ ok: false });
    expect(await secret()).toBe(CLEARBIT_KEY);
    const right = { connectionId: id, secrets: { apiKey: ` ${CLEARBIT_KEY} ` } };
    expect(await replaceSecrets(admin, right, now())).toMatchObject({ ok: true });
    expect(await told()).toEqual(["connected", "replaced secrets", "tested"]);
  });

  it("keeps the key where only the name or the settings change", async () => {
    const input = { connectionId: id, name: `New ${name}`, settings: {}, secrets: {} };
    const settings = { address: `${clearbit.address}/proxy`, costCents: "12" };
    expect(await changeConnection(admin, { ...input, settings }, now())).toMatchObject({
      ok: true,
    });
    expect(await row()).toMatchObject({ name: input.name, settings });
    expect(await secret()).toBe(CLEARBIT_KEY);
  });

  it("sends no key to another address than the one it was given for", async () => {
    const settings = { address: "https://elsewhere.example" };
    const input = { connectionId: id, name, settings, secrets: {} };
    const outcome = await changeConnection(admin, input, now());
    expect(outcome).toMatchObject({ ok: false, field: "secrets.apiKey" });
    expect((await row()).settings).toEqual({ address: clearbit.address });
    const again = { ...input, secrets: { apiKey: "sk_another" } };
    expect(await changeConnection(admin, again, now())).toMatchObject({ ok: true });
    expect(await secret()).toBe("sk_another");
  });

  it("seals anew at start what is still under BATON_SECRET_PREVIOUS, and skips what it cannot", async () => {
    const masters = { BATON_SECRET: env().BATON_SECRET, BATON_SECRET_PREVIOUS: "p".repeat(32) };
    const old = { BATON_SECRET: masters.BATON_SECRET_PREVIOUS, BATON_SECRET_PREVIOUS: undefined };
    const lost = await connectedBeside();
    const put = (target: string, secrets: string) =>
      db.update(connection).set({ secrets }).where(eq(connection.id, target));
    await put(id, sealSecrets({ apiKey: "kept" }, id, old));
    await put(lost, "AQ");
    const start = systemActor("command line", "Start");
    await resealConnections(start, now(), masters);
    await resealConnections(start, now(), masters);
    expect(await secret()).toBe("kept");
    expect(await told()).toEqual(["connected", "sealed anew"]);
  });

  it("pauses and resumes, each once", async () => {
    for (const paused of [true, true, false]) {
      await setPaused(admin, { connectionId: id, paused }, now());
      expect((await row()).paused).toBe(paused);
    }
    expect(await told()).toEqual(["connected", "paused", "resumed"]);
  });

  it("is erased of its key when removed, leaves the chain, and stays as a source", async () => {
    expect(await removeConnection(admin, { connectionId: id }, now())).toMatchObject({ ok: true });
    expect(await row()).toMatchObject({ secrets: null, name });
    const steps = await db.select().from(enrichmentStep).where(eq(enrichmentStep.connectionId, id));
    expect(steps.map(({ enabled }) => enabled)).toEqual([false, false]);
    expect((await connections(admin, now())).some((one) => one.id === id)).toBe(false);
    expect(await test()).toMatchObject({ works: undefined, words: "This connection was removed." });
    expect(await removeConnection(admin, { connectionId: id }, now())).toMatchObject({ ok: false });
    // Its name is free again.
    id = await connected({ apiKey: CLEARBIT_KEY });
  });
});
