import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { attempt, handoff } from "@/db/schema/handoff";
import { testDatabase } from "@/db/testing/database";
import { MINUTE } from "@/lib/platform/durations";
import { readTwoClocks } from "./queries";
import { slower } from "./two-clocks";

const { db } = testDatabase();
const captured = new Date();
const from = new Date(captured.getTime() - 7 * 24 * 60 * MINUTE);
const later = (minutes: number) => new Date(captured.getTime() + minutes * MINUTE);

/** A lead that was routed so many minutes after its capture, with attempts so long after that. */
async function routed(afterMinutes: number, attempts: readonly number[]): Promise<void> {
  const rep = await aPerson("rep", { territory: ["NO"] });
  const ops = await aPerson("marketing_ops");
  const id = await aLead(captured);
  await document(ops, id, captured);
  await evaluate(id, later(afterMinutes));
  const [given] = await db.select().from(handoff).where(eq(handoff.leadId, id));
  if (!given) throw new Error("The lead was not routed.");
  const start = given.routedAt.getTime();
  for (const minutes of attempts) {
    const at = new Date(start + minutes * MINUTE);
    const made = { handoffId: given.id, personId: rep.id, kind: "call", result: "no_answer" };
    await db.insert(attempt).values({ ...made, at } as typeof attempt.$inferInsert);
  }
}

describe("G.6 two clocks, side by side", () => {
  it("reads nothing as nothing", async () => {
    const { all, weeks, held } = await readTwoClocks(await aPerson("manager"), from, captured);
    expect([all.leads, all.marketing.median, weeks, held.leads]).toEqual([0, null, [], 0]);
    expect(slower(all)).toBeNull();
  });

  it("counts marketing's until the routing, sales' until the first attempt, what is held apart", async () => {
    // The earliest attempt counts, whatever order they were told in.
    await routed(10, [30, 6]);
    await routed(10, []);
    await aLead(captured);
    const now = later(60);
    const { all, weeks, held } = await readTwoClocks(await aPerson("manager"), from, now);
    expect(all).toMatchObject({ leads: 2, untried: 1 });
    expect(all.marketing.median).toBeCloseTo(10 * 60, -1);
    expect(all.sales.median).toBeCloseTo(6 * 60, 0);
    expect(all.whole.median).toBeCloseTo(16 * 60, -1);
    // One of two still waits: nine in ten are not through yet.
    expect(all.sales.ninth).toBeNull();
    expect(slower(all)).toBe("marketing");
    expect(weeks.reduce((sum, { leads }) => sum + leads, 0)).toBe(2);
    expect(held).toMatchObject({ leads: 1, longest: 60 * 60 });
  });

  it("does not judge who still has time to call", async () => {
    const { all } = await readTwoClocks(await aPerson("manager"), from, later(12));
    expect(all.leads).toBe(0);
  });

  it("is not for reps", async () => {
    const rep = await aPerson("rep");
    await expect(readTwoClocks(rep, from, captured)).rejects.toThrow();
  });
});
