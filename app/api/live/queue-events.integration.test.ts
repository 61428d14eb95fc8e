import { beforeAll, describe, expect, it } from "vitest";
import type { QueueNews } from "@/components/queue/live/news";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { testDatabase } from "@/db/testing/database";
import type { Viewer } from "@/lib/access/viewer";
import { release } from "@/lib/gate/commands";
import { logAttempt } from "@/lib/handoff/commands";
import { accept } from "@/lib/handoff/decisions/commands";
import { handoffOfLead } from "@/lib/handoff/queries";
import { parseView } from "@/lib/queue/view";
import { queueNews } from "./queue-events";

testDatabase();
const T0 = new Date("2026-06-03T10:00:00Z");
const at = (minutes: number) => new Date(T0.getTime() + minutes * 60_000);
let rep: Viewer;
let ops: Viewer;

beforeAll(async () => {
  rep = await aPerson("rep", { territory: ["NO"], territoryName: "Nordics" });
  ops = await aPerson("marketing_ops");
});

async function routed(now: Date) {
  const leadId = await aLead(now);
  await document(ops, leadId, now);
  const outcome = await release(ops, { leadId }, now);
  if (!outcome.ok) throw new Error(outcome.reason);
  const handoffId = (await handoffOfLead(rep, leadId))?.id ?? "";
  return { leadId, handoffId };
}

/** A page that was made at a moment. */
const pageOf = (made: Date) => parseView({ list: "open", cursor: String(made.getTime()) }, at(999));

async function rowOf(leadId: string, made: Date, now: Date) {
  const { data } = await queueNews(rep, pageOf(made), [leadId], now);
  const [row] = (data as QueueNews).rows;
  return row;
}

describe("Q.4 what a page is told of its queue", () => {
  it("calls new what was routed since and nobody worked on, and nothing else", async () => {
    const { leadId, handoffId } = await routed(at(1));
    expect(await rowOf(leadId, T0, at(2))).toMatchObject({ isNew: true, shown: true });
    expect(await rowOf(leadId, at(2), at(3))).toMatchObject({ isNew: false, shown: true });
    await logAttempt(rep, { handoffId, kind: "call", result: "reached" }, at(4));
    expect(await rowOf(leadId, T0, at(4))).toMatchObject({ isNew: false, shown: true });
    const decided = await routed(at(5));
    await accept(rep, { handoffId: decided.handoffId }, at(6));
    expect(await rowOf(decided.leadId, T0, at(6))).toMatchObject({ isNew: false, shown: false });
  });

  it("shows in its place what was routed by a clock that is ahead of the page's", async () => {
    const before = await routed(at(10));
    const { leadId } = await routed(at(11));
    const behind = new Date(at(11).getTime() - 200);
    const { data } = await queueNews(rep, pageOf(T0), [leadId], behind);
    const { rows, gone } = data as QueueNews;
    expect(gone).toEqual([]);
    expect(rows).toMatchObject([{ line: { leadId }, shown: true, isNew: true }]);
    const { previous, next } = rows[0]?.place ?? {};
    expect([previous, next]).toContain(before.leadId);
  });

  it("names the new ones where too much changed to tell each, or nobody knows what did", async () => {
    const one = await routed(at(20));
    const other = await routed(at(21));
    const tried = await routed(at(22));
    await logAttempt(rep, { handoffId: tried.handoffId, kind: "call", result: "sent" }, at(23));
    const reload = { event: "reload", data: { arrived: [other.handoffId, one.handoffId] } };
    const many = Array.from({ length: 21 }, () => crypto.randomUUID());
    expect(await queueNews(rep, pageOf(at(19)), many, at(24))).toEqual(reload);
    expect(await queueNews(rep, pageOf(at(19)), null, at(24))).toEqual(reload);
    const stranger = await aPerson("rep", { territory: ["JP"] });
    const nothing = { event: "reload", data: { arrived: [] } };
    expect(await queueNews(stranger, pageOf(at(19)), null, at(24))).toEqual(nothing);
  });
});
