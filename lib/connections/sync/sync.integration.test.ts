import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { enrichmentAttempt } from "@/db/schema/enrichment";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import { systemActor } from "@/lib/access/viewer";
import { parseBoardFilter } from "@/lib/documentation/board/filter";
import { boardLeads } from "@/lib/documentation/board/queries";
import { boardRows } from "@/lib/documentation/board/rows/queries";
import { enrichLeads } from "@/lib/gate/enrichment/commands";
import { retryWaiting } from "./commands";
import { syncs } from "./queries";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

/** A built-in provider failed for a lead, as the chain keeps it. */
async function failedFor(leadId: string, provider: string, at: Date) {
  const said = { answer: "failed", cause: "unreachable", words: "No answer.", tookMs: 9 } as const;
  await db.insert(enrichmentAttempt).values({ leadId, provider, lookup: "company", at, ...said });
  await db.update(lead).set({ syncFailedAt: at }).where(eq(lead.id, leadId));
}

describe("M.2 how the systems keep up", () => {
  it("tells what waits since when and why, and retries it until an answer came", async () => {
    const ops = await aPerson("marketing_ops");
    const [first] = await syncs(ops, now);
    if (!first) throw new Error("No provider is built in.");
    expect(first).toMatchObject({ waiting: 0, waitingSince: null, tells: false });
    const [one, other] = [await aLead(now), await aLead(now)];
    await failedFor(one, first.label, minutes(1));
    await failedFor(other, first.label, minutes(2));
    const seen = (await syncs(ops, minutes(3))).find(({ id }) => id === first.id);
    expect(seen).toMatchObject({ waiting: 2, waitingSince: minutes(1) });
    expect(seen?.failures).toEqual([{ cause: expect.any(String), count: 2 }]);
    expect(seen?.gives.length).toBeGreaterThan(0);

    const listed = await boardLeads(ops, parseBoardFilter({ show: "sync" }));
    expect(listed).toEqual([other, one]);
    const [row] = await boardRows(ops, "sync", [one], minutes(3));
    expect(row?.why).toMatchObject({
      kind: "sync",
      at: minutes(1),
      failed: [{ provider: first.label, answer: "failed", cause: "unreachable" }],
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

  it("is for those who see connections, and its retry for those who document leads", async () => {
    for (const role of ["rep", "manager"] as const) {
      const stranger = await aPerson(role);
      await expect(syncs(stranger, now)).rejects.toThrow(NotAllowed);
      await expect(retryWaiting(stranger, { id: "x" }, now)).rejects.toThrow(NotAllowed);
    }
  });
});
