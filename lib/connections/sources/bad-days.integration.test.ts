import { describe, expect, it, vi } from "vitest";
import { did, leadOf, streamOf, valueOfLead } from "@/db/factories/read-back";
import { testDatabase } from "@/db/testing/database";
import { playedSources } from "@/e2e/doubles/played-sources";
import { replaceSecrets, testConnection } from "../proof/commands";
import { readings } from "./queries";
import { later, read, readAll } from "./testing/reading";

testDatabase();
const systems = playedSources();
type Name = keyof typeof systems;
const NAMES = Object.keys(systems) as Name[];

const pathsOf = async (email: string) =>
  (await did(email)).map(({ details }) => (details as { path?: string }).path).toSorted();
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** Waits for an answer a hundredth of the half minute that it may take. */
async function impatiently(work: () => Promise<void>) {
  const { timeout } = AbortSignal;
  const shortened = vi.spyOn(AbortSignal, "timeout");
  shortened.mockImplementation((ms) => timeout.call(AbortSignal, ms / 100));
  await work();
  shortened.mockRestore();
}

/** What a connection's page says of a fault, and for how many seconds nothing is asked. */
type Faults = { [fault: string]: readonly [words: string, seconds: number] };
const EVERYWHERE: Faults = {
  "nobody there": ["Could not be reached (UND_ERR_SOCKET).", 30],
  silence: ["Did not answer within its time limit.", 30],
  "a body without end": ["Did not answer within its time limit.", 30],
  "half a body": ["Its answer broke off half way.", 30],
  "a proxy's page": ["Its answer is not as its documentation says.", 30],
  "a fault of its own": ["Has a fault of its own (500).", 30],
  "a proxy's limit with Retry-After": ["Was asked too often (429).", 42],
  "a proxy's limit without Retry-After": ["Was asked too often (429).", 10],
};
/** These befall it while Baton signs in anew, too. */
const SIGNING_IN = ["nobody there", "half a body", "a fault of its own"];
const OWN: Record<Name, Faults> = {
  HubSpot: {
    "a limit with Retry-After": ["Was asked too often (429, RATE_LIMITS).", 42],
    "a limit without Retry-After": ["Was asked too often (429, RATE_LIMITS).", 10],
    "a day's limit": ["The day's allowance of calls is used up (429).", 3_600],
    "a locked account": ["Is busy with this account (423).", 2],
    "a migration": ["Is busy with this account (477).", 86_400],
  },
  Marketo: {
    "a rate limit": ["Was asked more than 100 times in 20 seconds (606).", 20],
    "too many at once": ["Is asked more than 10 things at once (615).", 5],
    "a passing fault": ["Has a fault that passes (713).", 30],
  },
  Mautic: {},
  "Account Engagement": {
    "a used-up day": [
      "The day's calls are used up; they are back at midnight of the account (122).",
      3_600,
    ],
    "too many at once": ["Is asked more than 5 things at once (66).", 10],
    "a minute's limit": ["Was asked too often this minute (202).", 60],
    "a time-out": ["Took too long over it (214).", 30],
  },
};

describe("K.5 a system that is read, on a bad day", () => {
  it.each(NAMES)(
    "%s: is left alone as long as it wishes, which its page tells, and then nothing is lost or doubled",
    async (name) => {
      const system = systems[name];
      const known = system.somebody();
      const { id, admin } = await system.connect();
      await readAll(id);
      const failing = async () =>
        ((await readings(admin, [id])).get(id) ?? []).filter(({ failure }) => failure);
      const asking = Object.entries({ ...EVERYWHERE, ...OWN[name] });
      const signingIn = Object.entries(EVERYWHERE).filter(([fault]) => SIGNING_IN.includes(fault));
      const faults = [...asking, ...signingIn];
      for (const [index, [fault, [words, seconds]]] of faults.entries()) {
        if (index >= asking.length) system.expire();
        const fresh = system.somebody(minutesAgo(0.2));
        for (const one of [known, fresh]) one.views(`/${index}`, minutesAgo(0.1));
        const reply = system.faults[fault];
        system.double().fail(reply ?? null);
        const at = later(6 + index * 27 * 60);
        await (reply?.never ? impatiently(() => read(id, at)) : read(id, at));
        const said = await failing();
        expect([fault, ...new Set(said.map(({ failure }) => failure))]).toEqual([fault, words]);
        for (const { restsUntil } of said)
          expect(restsUntil?.getTime()).toBeGreaterThanOrEqual(at.getTime() + seconds * 1_000);
        const { length } = system.double().asked;
        await read(id, new Date(at.getTime() + (seconds - 1) * 1_000));
        expect([fault, system.double().asked.length]).toEqual([fault, length]);
        system.double().fail(null);
        await read(id, new Date(at.getTime() + 25 * 3_600_000));
        expect([fault, await failing()]).toEqual([fault, []]);
        expect([fault, await pathsOf(fresh.email)]).toEqual([fault, [`/${index}`]]);
      }
      expect(await pathsOf(known.email)).toEqual(faults.map((_, index) => `/${index}`).toSorted());
    },
  );

  it.each(NAMES)("%s: goes on from the page that broke off, and takes each once", async (name) => {
    const system = systems[name];
    const one = system.somebody();
    const many = system.shortPages() + 2;
    const paths = Array.from({ length: many }, (_, index) => `/${index}`);
    for (const path of paths) one.views(path, minutesAgo(1));
    const { id } = await system.connect();
    const reply = system.faults["half a body"];
    if (!reply) throw new Error("It has no such fault.");
    system.double().failAfter({ on: system.asksViews, answered: 2, reply });
    await read(id);
    const broke = await streamOf(id, system.streams.views);
    expect(broke.failure).toContain("broke off half way");
    expect(broke.version).toBeGreaterThanOrEqual(2);
    expect(broke.position).not.toBeNull();
    system.double().failAfter(null);
    await readAll(id, later(2));
    expect(await pathsOf(one.email)).toEqual(paths.toSorted());
  });

  it.each(NAMES)(
    "%s: takes once what is told twice, and nothing of an older state",
    async (name) => {
      const system = systems[name];
      const one = system.somebody(minutesAgo(3));
      one.titled("Chief Operating Officer", minutesAgo(1));
      one.views("/twice", minutesAgo(2), 2);
      const { id } = await system.connect();
      await readAll(id);
      // As a copy of its data does that lags behind; and what came before is told again after what came later.
      one.titled("Trainee", minutesAgo(2));
      one.views("/later", minutesAgo(0.5));
      one.views("/earlier", minutesAgo(1.5), 2);
      await readAll(id, later(6));
      await readAll(id, later(12));
      expect(await pathsOf(one.email)).toEqual(["/earlier", "/later", "/twice"]);
      expect(await valueOfLead(one.email, "C1.2")).toBe("Chief Operating Officer");
      // Whatever is wrong there, it is not kept from telling what is newer.
      one.titled("Chair", minutesAgo(0));
      await readAll(id, later(18));
      expect(await valueOfLead(one.email, "C1.2")).toBe("Chair");
    },
  );

  it.each(NAMES)(
    "%s: tells once what of somebody cannot be read, however often they are read",
    async (name) => {
      const system = systems[name];
      const one = system.somebody(minutesAgo(2));
      one.titled("x".repeat(501), minutesAgo(1));
      const { id } = await system.connect();
      await readAll(id);
      const told = async () => (await streamOf(id, system.streams.people)).refused;
      const first = await told();
      expect(first).toBeGreaterThan(0);
      await readAll(id, later(6));
      system.clockIsOff(7 * 3_600_000);
      for (const minutes of [420, 426]) await readAll(id, later(minutes));
      expect(await told()).toBe(first);
    },
  );

  it.each(NAMES)("%s: finds hours later what shows up hours late", async (name) => {
    const system = systems[name];
    const one = system.somebody(minutesAgo(20 * 60));
    const { id } = await system.connect();
    await readAll(id);
    const fresh = system.somebody(minutesAgo(5 * 60));
    for (const each of [one, fresh]) each.views("/late", minutesAgo(5 * 60));
    one.titled("Chair", minutesAgo(5 * 60));
    for (const hours of [1, 7, 13]) {
      system.clockIsOff(hours * 3_600_000);
      await readAll(id, later(hours * 60));
    }
    for (const { email } of [one, fresh]) expect(await pathsOf(email)).toEqual(["/late"]);
    expect(await valueOfLead(one.email, "C1.2")).toBe("Chair");
  });

  it.each(NAMES.flatMap((name) => [[name, "behind", -2] as const, [name, "ahead", 2] as const]))(
    "%s: loses nothing where its clock is two hours %s, and takes all of it once",
    async (name, _, hours) => {
      const system = systems[name];
      const theirs = (minutes: number) => later(hours * 60 + minutes);
      system.clockIsOff(hours * 3_600_000);
      const one = system.somebody(theirs(-1));
      one.views("/before", theirs(-1));
      const { id } = await system.connect();
      await readAll(id);
      const fresh = system.somebody(theirs(1));
      for (const each of [one, fresh]) each.views("/after", theirs(1));
      one.titled("Chief Operating Officer", theirs(1));
      await readAll(id, later(6));
      await readAll(id, later(12));
      expect(await pathsOf(one.email)).toEqual(["/after", "/before"]);
      expect(await pathsOf(fresh.email)).toEqual(["/after"]);
      expect(await valueOfLead(one.email, "C1.2")).toBe("Chief Operating Officer");
    },
  );

  it.each([
    [
      "HubSpot",
      "Needs the scope event-detail-read.",
      "The scope event-detail-read is missing, so page views cannot be read.",
    ],
    [
      "Marketo",
      "The API user's role lacks a permission for this (603).",
      "The permission Read-Only Activity is missing in the API user's role, so activities cannot be read.",
    ],
    [
      "Mautic",
      "The user may not see contacts, or the API is switched off (403).",
      "The user may not see contacts, or the API is switched off (403), so activities cannot be read: its role needs ‘View’ of others’ contacts.",
    ],
    [
      "Account Engagement",
      "The ability Prospects > Prospects > View is missing in the user's role.",
      "The ability Prospects > Prospects > View is missing in the user's role, so pages of visits cannot be read.",
    ],
  ] as const)(
    "%s: says which right was taken away, reads the rest, and all of it once it is given again",
    async (name, words, tested) => {
      const system = systems[name];
      const one = system.somebody();
      const { id, admin } = await system.connect();
      await readAll(id);
      one.views("/meanwhile", minutesAgo(0.5));
      one.titled("Chair", minutesAgo(0));
      system.revoke(true);
      await readAll(id, later(6));
      expect(await streamOf(id, system.streams.views)).toMatchObject({ failure: words });
      expect(await streamOf(id, system.streams.people)).toMatchObject({ failure: null });
      const verdict = () => testConnection(admin, { connectionId: id }, later(6));
      expect(await verdict()).toMatchObject({ value: { works: false, words: tested } });
      system.revoke(false);
      expect(await verdict()).toMatchObject({ value: { works: true } });
      // It does not wait until it would have been tried again by itself.
      await readAll(id, later(6));
      expect(await pathsOf(one.email)).toEqual(["/meanwhile"]);
      expect(await valueOfLead(one.email, "C1.2")).toBe("Chair");
      expect(await streamOf(id, system.streams.views)).toMatchObject({
        failure: null,
        failures: 0,
      });
    },
  );

  it.each(NAMES)(
    "%s: reads somebody whose fields have another type, without what cannot be read, and the others",
    async (name) => {
      const system = systems[name];
      const odd = system.somebody();
      odd.retyped();
      const other = system.somebody();
      other.titled("Chair", minutesAgo(0.5));
      other.views("/pricing", minutesAgo(0.5));
      const { id } = await system.connect();
      await readAll(id);
      expect(await leadOf(odd.email)).toBeDefined();
      expect(await valueOfLead(odd.email, "C1.2")).toBeUndefined();
      expect(await valueOfLead(other.email, "C1.2")).toBe("Chair");
      expect(await pathsOf(other.email)).toEqual(["/pricing"]);
      for (const stream of [system.streams.people, system.streams.views])
        expect(await streamOf(id, stream)).toMatchObject({ failure: null });
    },
  );

  it.each(NAMES)(
    "%s: signs in anew where its session has ended, and says so where it is not let in",
    async (name) => {
      const system = systems[name];
      const one = system.somebody();
      const { id, admin } = await system.connect();
      await readAll(id);
      one.views("/first", minutesAgo(0.5));
      system.expire();
      await readAll(id, later(6));
      expect(await pathsOf(one.email)).toEqual(["/first"]);
      system.letIn(false);
      system.expire();
      one.views("/second", minutesAgo(0.4));
      await readAll(id, later(12));
      const { failure, cause } = await streamOf(id, system.streams.views);
      expect([failure, cause]).toEqual([system.shutOut, "unauthorised"]);
      system.letIn(true);
      const secrets = await replaceSecrets(
        admin,
        { connectionId: id, secrets: system.secrets },
        later(12),
      );
      expect(secrets).toMatchObject({ value: { works: true } });
      await readAll(id, later(12));
      expect(await pathsOf(one.email)).toEqual(["/first", "/second"]);
    },
  );
});
