import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { connection } from "@/db/schema/connection";
import { enrichmentAttempt } from "@/db/schema/enrichment";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { notice, noticeDelivery } from "@/db/schema/notice";
import { apiKeyFailure } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { withOneConnection } from "@/db/testing/one-connection";
import { createKey } from "@/lib/access/commands";
import { keepKeyFailures } from "@/lib/access/keys/commands";
import { SENDER_FAULTS, type SenderFault } from "@/lib/access/keys/faults";
import { noting } from "@/lib/access/keys/use";
import { NotAllowed } from "@/lib/access/permissions";
import { keyHolder } from "@/lib/access/queries";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { parseBoardFilter } from "@/lib/documentation/board/filter";
import { boardLeads } from "@/lib/documentation/board/queries";
import { boardRows } from "@/lib/documentation/board/rows/queries";
import { whyWords } from "@/lib/documentation/board/why";
import { release } from "@/lib/gate/commands";
import { enrichLeads } from "@/lib/gate/enrichment/commands";
import { accept } from "@/lib/handoff/decisions/commands";
import { retryWaiting } from "./commands";
import { syncs } from "./queries";

const { db, owner } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

/** A built-in provider failed for a lead, as the chain keeps it. */
async function failedFor(leadId: string, provider: string, at: Date, healthKey?: string) {
  const said = { answer: "failed", cause: "unreachable", words: "No answer.", tookMs: 9 } as const;
  const asked = { leadId, provider, healthKey, lookup: "company" } as const;
  await db.insert(enrichmentAttempt).values({ ...asked, at, ...said });
  await db.update(lead).set({ syncFailedAt: at }).where(eq(lead.id, leadId));
}

/** A lead whose rep could not be told of it by a way of its own. */
async function aNoticeGivenUp(ops: Viewer) {
  const rep = await aPerson("rep");
  const id = await aLead(now);
  await document(ops, id, now);
  expect(await release(ops, { leadId: id }, now)).toMatchObject({ ok: true });
  const [way] = await db
    .insert(connection)
    .values({ system: "smtp", name: "Mail", createdAt: now, updatedAt: now })
    .returning({ id: connection.id });
  const [told] = await db.select().from(notice).where(eq(notice.leadId, id));
  const failed = { state: "failed", tries: 1, dueAt: now, triedAt: minutes(2) } as const;
  const words = "Refuses the reader’s address (550)";
  const connectionId = way?.id ?? "";
  const via = { noticeId: told?.id ?? "", connectionId };
  await owner.insert(noticeDelivery).values({ ...via, ...failed, words });
  return { rep, id, words, connectionId };
}

describe("M.2 how the systems keep up", () => {
  it("tells what waits since when and why, and retries it until an answer came", async () => {
    const ops = await aPerson("marketing_ops");
    const [first] = await syncs(ops, now);
    if (!first) throw new Error("No provider is built in.");
    expect(first).toMatchObject({ waiting: 0, waitingSince: null, does: "is asked" });
    const [one, other] = [await aLead(now), await aLead(now)];
    await failedFor(one, first.name, minutes(1));
    await failedFor(other, first.name, minutes(2));
    const seen = (await syncs(ops, minutes(3))).find(({ id }) => id === first.id);
    expect(seen).toMatchObject({ waiting: 2, waitingSince: minutes(1) });
    expect(seen?.failures).toEqual([{ cause: expect.any(String), count: 2 }]);
    expect(seen?.gives.length).toBeGreaterThan(0);
    const found = { answer: "found", words: "Found.", tookMs: 9, at: minutes(2) } as const;
    const asked = {
      leadId: one,
      provider: first.name,
      healthKey: first.id,
      lookup: "person",
    } as const;
    await db.insert(enrichmentAttempt).values({ ...asked, ...found });
    const answered = (await syncs(ops, minutes(3))).find(({ id }) => id === first.id);
    expect(answered?.lastSuccessAt).toEqual(minutes(2));

    const listed = await boardLeads(ops, parseBoardFilter({ show: "sync" }));
    expect(listed).toEqual([other, one]);
    const [row] = await boardRows(ops, "sync", [one], minutes(3));
    expect(row?.why).toMatchObject({
      kind: "sync",
      at: minutes(1),
      failed: [{ provider: first.name, answer: "failed", cause: "unreachable" }],
    });

    expect(await retryWaiting(ops, { id: first.id }, minutes(3))).toEqual({
      ok: true,
      value: { retried: 2 },
    });
    const chain = systemActor("job", "Enrichment");
    await enrichLeads(chain, [one, other], { clock: () => minutes(4), steps: [] });
    expect(await boardLeads(ops, parseBoardFilter({ show: "sync" }))).toEqual([]);
    expect(await retryWaiting(ops, { id: first.id }, minutes(5))).toMatchObject({ ok: false });
    expect(await retryWaiting(ops, { id: "nothing" }, minutes(5))).toMatchObject({ ok: false });
  });

  it("counts two connections of one system apart", async () => {
    const ops = await aPerson("marketing_ops");
    const named = (name: string) => ({ system: "zoominfo", name, createdAt: now, updatedAt: now });
    const made = await db
      .insert(connection)
      .values([named("ZoomInfo EMEA"), named("ZoomInfo US")])
      .returning({ id: connection.id });
    const [emea = "", us = ""] = made.map(({ id }) => id);
    const [one, other] = [await aLead(now), await aLead(now)];
    await failedFor(one, "ZoomInfo", minutes(1), emea);
    await failedFor(other, "ZoomInfo", minutes(2), us);
    await failedFor(other, "ZoomInfo", minutes(3), emea);
    const seen = await syncs(ops, minutes(5));
    const of = (id: string) => seen.find((sync) => sync.id === id);
    expect(of(emea)).toMatchObject({ waiting: 2, waitingSince: minutes(1) });
    expect(of(us)).toMatchObject({ waiting: 1, waitingSince: minutes(2) });
    expect(of(us)?.failures.map(({ count }) => count)).toEqual([1]);
    expect(await retryWaiting(ops, { id: us }, minutes(5))).toMatchObject({
      value: { retried: 1 },
    });
  });

  it("shows a notice that was given up on its lead, until the rep has decided", async () => {
    const ops = await aPerson("marketing_ops");
    const { rep, id, words } = await aNoticeGivenUp(ops);
    const filter = parseBoardFilter({ show: "sync" });
    expect(await boardLeads(ops, filter)).toContain(id);
    const [row] = await boardRows(ops, "sync", [id], minutes(3));
    expect(row && whyWords(row.why).first).toBe(`${rep.name} was not told by Mail: ${words}`);
    const [{ id: handoffId = "" } = {}] = await db
      .select()
      .from(handoff)
      .where(eq(handoff.leadId, id));
    expect(await accept(rep, { handoffId }, minutes(4))).toEqual({ ok: true });
    expect(await boardLeads(ops, filter)).not.toContain(id);
  });

  it("sends notices again by one connection, while the pool has no other", async () => {
    const { connectionId: id } = await aNoticeGivenUp(await aPerson("marketing_ops"));
    const admin = await aPerson("admin");
    const retried = await withOneConnection(() => retryWaiting(admin, { id }, minutes(3)));
    expect(retried).toEqual({ ok: true, value: { retried: 1 } });
    expect(await retryWaiting(admin, { id }, minutes(4))).toMatchObject({ ok: false });
  }, 20_000);

  it("tells of each key when it was last of use, and of a failure that nothing came after", async () => {
    const [ops, admin] = [await aPerson("marketing_ops"), await aPerson("admin")];
    const made = await createKey(admin, { kind: "api", name: "HubSpot" }, now);
    if (!made.ok) throw new Error(made.reason);
    const holder = await keyHolder("api", made.value.key);
    if (!holder) throw new Error("The key is not known.");
    const seen = async () => (await syncs(ops, minutes(9))).find(({ id }) => id === holder.keyId);
    expect(await seen()).toMatchObject({ does: "sends", lastSuccessAt: null, fault: null });
    const call = (at: Date, status: number) =>
      noting(holder, at, async () => new Response(null, { status }));
    await call(minutes(1), 202);
    await call(minutes(1.5), 202);
    await expect.poll(seen).toMatchObject({ lastSuccessAt: minutes(1), fault: null });
    await call(minutes(2), 400);
    await expect.poll(seen).toMatchObject({ fault: "unreadable", waitingSince: minutes(1) });
    await call(minutes(3), 201);
    await expect.poll(seen).toMatchObject({ lastSuccessAt: minutes(3), fault: null });
    expect((await seen())?.failures).toHaveLength(1);
    expect(await retryWaiting(ops, { id: holder.keyId }, minutes(9))).toMatchObject({ ok: false });
  });

  it("counts what a key sent in vain by cause over a day, the most frequent first", async () => {
    const [ops, admin] = [await aPerson("marketing_ops"), await aPerson("admin")];
    const made = await createKey(admin, { kind: "api", name: "Mautic" }, now);
    const holder = made.ok ? await keyHolder("api", made.value.key) : null;
    if (!holder) throw new Error("The key is not known.");
    const { actor, keyId } = holder;
    const failed = (cause: SenderFault, count: number, at: number) =>
      keepKeyFailures(actor, { keyId, cause, count }, minutes(at));
    await Promise.all([failed("unreadable", 3, 1), failed("unreadable", 4, 70)]);
    await Promise.all([failed("refused", 9, 1), failed("refused", 1, 2), failed("ours", 2, 3)]);
    const told = async (at: number) =>
      (await syncs(ops, minutes(at))).find(({ id }) => id === keyId)?.failures;
    expect(await told(80)).toEqual([
      { cause: SENDER_FAULTS.refused, count: 10 },
      { cause: SENDER_FAULTS.unreadable, count: 7 },
      { cause: SENDER_FAULTS.ours, count: 2 },
    ]);
    expect(await told(24 * 60 + 30)).toEqual([{ cause: SENDER_FAULTS.unreadable, count: 4 }]);
    await failed("unreadable", 1, 48 * 60);
    expect(await told(48 * 60)).toEqual([{ cause: SENDER_FAULTS.unreadable, count: 1 }]);
    const rows = await db.select().from(apiKeyFailure).where(eq(apiKeyFailure.keyId, keyId));
    expect(rows.filter(({ cause }) => cause === "unreadable")).toHaveLength(1);
  });

  it("is for those who see connections, and its retry for those who document leads", async () => {
    for (const role of ["rep", "manager"] as const) {
      const stranger = await aPerson(role);
      await expect(syncs(stranger, now)).rejects.toThrow(NotAllowed);
      await expect(retryWaiting(stranger, { id: "x" }, now)).rejects.toThrow(NotAllowed);
    }
  });
});
