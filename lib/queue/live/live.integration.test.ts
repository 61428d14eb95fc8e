import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { announce, hear } from "@/db/hearing";
import { queueChange } from "@/db/schema/queue-change";
import { testDatabase } from "@/db/testing/database";
import { viewerOf } from "@/lib/access/queries";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { release } from "@/lib/gate/commands";
import { accept } from "@/lib/handoff/decisions/commands";
import { queueRows } from "../queries";
import { parseView } from "../view";
import { forgetChanges } from "./commands";
import { cursorText, parseCursor } from "./cursor";
import { liveCursor } from "./queries";
import { liveStream } from "./stream";

const { owner } = testDatabase();
const now = new Date();
let rep: Viewer;
let stranger: Viewer;
let ops: Viewer;

beforeAll(async () => {
  rep = await aPerson("rep", { territory: ["NO"], territoryName: "Nordics" });
  stranger = await aPerson("rep", { territory: ["JP"] });
  ops = await aPerson("marketing_ops");
});

async function routed(): Promise<string> {
  const leadId = await aLead(now);
  await document(ops, leadId, now);
  const outcome = await release(ops, { leadId }, now);
  if (!outcome.ok) throw new Error(outcome.reason);
  return leadId;
}

type Heard = { id?: string; event: string; data: unknown };

/** Watches a person's queue as a browser would; `next` gives the events one by one. */
function watch(person: Viewer, from: string | null, session = "") {
  const abort = new AbortController();
  const stream = liveStream({
    standing: {
      personId: person.id,
      viewer: () => viewerOf(person.id, 1),
      onEnd: (end, missed) => (session ? hear("session_end", session, end, missed) : () => {}),
    },
    from: parseCursor(from, new Date()),
    tell: async (_, leadIds) => ({ event: leadIds ? "leads" : "reload", data: leadIds }),
    beat: async () => ({ event: "counts" }),
    signal: abort.signal,
  });
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  async function next(wanted?: string): Promise<Heard | null> {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return null;
      const said = Object.fromEntries(
        decoder
          .decode(value)
          .trim()
          .split("\n")
          .map((line) => line.split(/: (.*)/, 2)),
      );
      const heard = { ...said, data: JSON.parse(said.data) } as Heard;
      if (wanted === undefined || heard.event === wanted) return heard;
    }
  }
  return { next, abort: () => abort.abort(), cancel: () => reader.cancel() };
}

/** A stream that has heard all there was, and the cursor it stands at. */
async function caughtUp(person: Viewer, session = "") {
  const live = watch(person, null, session);
  const first = await live.next("reload");
  await live.next("counts");
  return { ...live, cursor: first?.id ?? "" };
}

async function killListener(): Promise<void> {
  const killed = await owner.execute(
    sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'baton live' and datname = current_database()`,
  );
  expect(killed).toHaveLength(1);
}

describe("a queue, live", () => {
  it("tells of a lead as it is routed, tried and decided, and only its owner", async () => {
    const mine = await caughtUp(rep);
    const theirs = await caughtUp(stranger);
    const leadId = await routed();
    expect((await mine.next("leads"))?.data).toEqual([leadId]);
    const [row] = (await queueRows(rep, parseView({}, now), now)).filter(
      (each) => each.leadId === leadId,
    );
    await accept(rep, { handoffId: row?.id ?? "" }, now);
    expect((await mine.next("leads"))?.data).toEqual([leadId]);
    // Whatever the stranger hears next is their own.
    const own = await aLead(now);
    await owner.insert(queueChange).values({ ownerId: stranger.id, leadId: own });
    await announce("queue_change", stranger.id);
    expect((await theirs.next("leads"))?.data).toEqual([own]);
    mine.abort();
    theirs.abort();
  });

  it("Q.2 tells whoever loses a lead, too", async () => {
    const leadId = await routed();
    const live = await caughtUp(rep);
    await owner.execute(
      sql`update lead set status = 'ready', handoff_id = null where id = ${leadId}`,
    );
    expect((await live.next("leads"))?.data).toEqual([leadId]);
    live.abort();
  });

  it("C2.5 tells that a lead's company is a customer as soon as that is known, and once", async () => {
    const leadId = await routed();
    const live = await caughtUp(rep);
    const learn = () =>
      owner.execute(sql`update lead_field set value = '"existing_customer"', obtained_at = now()
        where lead_id = ${leadId} and field_id = 'C2.5' and prevails`);
    expect((await learn()).count).toBe(1);
    expect((await live.next("leads"))?.data).toEqual([leadId]);
    const told = await owner.select().from(queueChange);
    await learn();
    expect(await owner.select().from(queueChange)).toHaveLength(told.length);
    live.abort();
  });

  it("misses nothing over a break, and repeats nothing", async () => {
    const before = await caughtUp(rep);
    const heard = await routed();
    const last = await before.next("leads");
    expect(last?.data).toEqual([heard]);
    before.cancel();
    const missed = [await routed(), await routed()];
    const after = watch(rep, last?.id ?? "");
    const told = (await after.next("leads"))?.data;
    expect(new Set(told as string[])).toEqual(new Set(missed));
    after.abort();
  });

  it("hears of what was written before and committed after others", async () => {
    const one = await routed();
    const other = await routed();
    const change = (leadId: string) => ({ ownerId: rep.id, leadId });
    const gate = Promise.withResolvers<void>();
    const written = Promise.withResolvers<void>();
    const live = await caughtUp(rep);
    const late = transaction(async (tx) => {
      await tx.insert(queueChange).values(change(one));
      written.resolve();
      await gate.promise;
    });
    await written.promise;
    await transaction(async (tx) => {
      await tx.insert(queueChange).values(change(other));
    });
    await announce("queue_change", rep.id);
    const first = await live.next("leads");
    expect(first?.data).toEqual([other]);
    live.abort();
    gate.resolve();
    await late;
    const again = watch(rep, first?.id ?? "");
    expect((await again.next("leads"))?.data).toEqual([one]);
    again.abort();
  });

  it("asks for the whole list where a cursor is forgotten, foreign or of another database", async () => {
    const cursors = [null, "nonsense", `${now.getTime() - 86_400_000}~10:10:`];
    for (const cursor of [...cursors, `${now.getTime()}~999999999999:999999999999:`]) {
      const live = watch(rep, cursor);
      expect((await live.next())?.event).toBe("reload");
      live.abort();
    }
  });

  it("goes on from a page, and tells nothing of what the page shows, however much that was", async () => {
    const leadId = await routed();
    const many = Array.from({ length: 50 }, () => ({ ownerId: rep.id, leadId }));
    await owner.insert(queueChange).values(many);
    const live = watch(rep, cursorText(await liveCursor(rep)));
    expect((await live.next())?.event).toBe("counts");
    const later = await routed();
    expect((await live.next())?.data).toEqual([later]);
    live.abort();
  });

  it("hears again after its listening connection was killed", async () => {
    const live = await caughtUp(rep);
    await killListener();
    const leadId = await routed();
    expect((await live.next("leads"))?.data).toEqual([leadId]);
    live.abort();
  });

  it("lets a session go whose end may have gone unheard: who is signed out cannot come back", async () => {
    const live = await caughtUp(rep, "a session");
    await killListener();
    expect(await live.next("ended")).toBeNull();
  });

  it("ends for whoever is signed out, demoted or shut out, here or everywhere", async () => {
    const ways: ((person: Viewer) => Promise<unknown>)[] = [
      ({ id }) => owner.execute(sql`update person set session_version = 2 where id = ${id}`),
      ({ id }) => owner.execute(sql`update person set role = 'manager' where id = ${id}`),
      ({ id }) => owner.execute(sql`update person set active = false where id = ${id}`),
      ({ id }) => announce("session_end", `session of ${id}`),
    ];
    for (const way of ways) {
      const person = await aPerson("rep");
      const live = await caughtUp(person, `session of ${person.id}`);
      await way(person);
      expect(await live.next("ended")).not.toBeNull();
      expect(await live.next()).toBeNull();
    }
  });

  it("leaves intake alone: an activity or a field tells nobody, and old changes are forgotten", async () => {
    const count = async () => (await owner.select().from(queueChange)).length;
    const before = await count();
    const leadId = await aLead(now);
    await document(ops, leadId, now);
    expect(await count()).toBe(before);
    await forgetChanges(systemActor("job", "Retention"), new Date(Date.now() + 2 * 86_400_000));
    expect(await count()).toBe(0);
  });
});
