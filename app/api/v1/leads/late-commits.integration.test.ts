import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { asOne } from "@/db/client";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { release } from "@/lib/gate/commands";
import { captureLeads } from "@/lib/intake/commands";
import { anApiKey, send } from "../testing/api";

let key = "";
let ops: Viewer;
const sender = systemActor("connection", "Tests");
beforeAll(async () => {
  key = await anApiKey();
  ops = await aPerson("marketing_ops");
  await aPerson("rep");
});

type Entry = { id: string; updatedAt?: string; routedAt?: string };
type Page = { data: Entry[]; nextCursor: string | null };

/** Who asks again and again for what came since the latest instant that was told. */
function poller(list: "leads" | "handoffs", start: Date) {
  const parameter = list === "leads" ? "updatedSince" : "since";
  let since = start.toISOString();
  const seen = new Set<string>();
  const poll = async () => {
    const asked = since;
    let query: string | null = `${parameter}=${asked}&limit=1`;
    while (query) {
      const page: Page = await (await send("GET", `/${list}?${query}`, { key })).json();
      for (const { id, updatedAt, routedAt } of page.data) {
        seen.add(id);
        const at = updatedAt ?? routedAt ?? "";
        if (at > since) since = at;
      }
      query = page.nextCursor && `${parameter}=${asked}&limit=1&cursor=${page.nextCursor}`;
    }
  };
  return { poll, seen };
}

/** Does `work` in a transaction that stays open until it is told to end. */
async function heldOpen(work: () => Promise<unknown>) {
  const done = Promise.withResolvers<void>();
  const end = Promise.withResolvers<void>();
  const all = asOne(async () => {
    await work();
    done.resolve();
    await end.promise;
  });
  await Promise.race([done.promise, all]);
  return () => {
    end.resolve();
    return all;
  };
}

async function captured(now: Date, email = `${randomUUID()}@${randomUUID()}.example`) {
  const capture = { input: { email }, source: "form", provider: "Tests" } as const;
  const [first] = await captureLeads(sender, [capture], now, { enrichment: "by caller" });
  return first?.leadId ?? "";
}
const later = (at: Date, ms: number) => new Date(at.getTime() + ms);

async function ready(now: Date) {
  const id = await aLead(now);
  await document(ops, id, now);
  return id;
}

async function routed(leadId: string, now: Date) {
  expect(await release(ops, { leadId }, now)).toMatchObject({ ok: true });
}

describe("K.1 whoever asks a list for what came since misses nothing", () => {
  it("of leads, where an earlier change is kept after a later one", async () => {
    const start = new Date();
    const { poll, seen } = poller("leads", start);
    let early = "";
    const end = await heldOpen(async () => {
      early = await captured(start);
    });
    const late = await captured(later(start, 5));
    await poll();
    await end();
    await poll();
    expect([...seen]).toEqual(expect.arrayContaining([early, late]));
  });

  it("of leads, where an earlier change only begins to be kept when a later one was told", async () => {
    const start = new Date();
    const { poll, seen } = poller("leads", start);
    const late = await captured(later(start, 5));
    await poll();
    expect([...seen]).toEqual([late]);
    const early = await captured(start);
    await poll();
    expect([...seen]).toEqual([late, early]);
  });

  it("of handoffs, where one that was routed earlier is kept later", async () => {
    const start = new Date();
    const [one, other] = [await ready(start), await ready(start)];
    const { poll, seen } = poller("handoffs", start);
    await routed(other, later(start, 5));
    await poll();
    expect(seen.size).toBe(1);
    await routed(one, start);
    await poll();
    expect(seen.size).toBe(2);
  });

  it("and finds a lead by its address at once, whatever is still being kept", async () => {
    const end = await heldOpen(() => captured(new Date()));
    const email = `${randomUUID()}@nordlys.example`;
    const id = await captured(new Date(), email);
    const page = await (await send("GET", `/leads?email=${email}`, { key })).json();
    expect(page).toMatchObject({ data: [{ id }], total: 1 });
    await end();
  });
});
