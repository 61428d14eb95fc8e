import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { mapScore, scoreEntry, scoringModel } from "@/db/schema/scoring";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import { captureLeads } from "@/lib/intake/commands";
import { leadRow } from "@/lib/intake/csv/lead-row";
import { leadInput } from "@/lib/intake/input";
import { modelInForce } from "../queries";
import type { ScorePart } from "../score-entry";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const marketo = systemActor("connection", "Marketo");

async function take(...taken: ScorePart[]) {
  const before = await modelInForce();
  const version = before.version + 1;
  await db
    .insert(scoringModel)
    .values({ version, model: { ...before, taken, version }, createdAt: now });
}

async function say(leadId: string, scores: object) {
  const [row] = await db.select().from(lead).where(eq(lead.id, leadId));
  const input = leadInput.parse({ email: row?.email, scores });
  const capture = { input, source: "map" as const, provider: "Marketo" };
  const [captured] = await captureLeads(marketo, [capture], now, { enrichment: "by caller" });
  return captured?.result;
}

const rowOf = async (id: string) => (await db.select().from(lead).where(eq(lead.id, id)))[0];

describe("C4 a score that a MAP computed", () => {
  it("is kept, and counts from the version on that takes it, labelled, with both numbers", async () => {
    const ops = await aPerson("marketing_ops");
    await aPerson("rep");
    const id = await aLead(now);
    await document(ops, id, now);
    const model = (await rowOf(id))?.scoreTotal ?? 0;
    expect(await say(id, { total: 72, fit: 55 })).toBe("changed");
    expect(await say(id, { total: 72, fit: 55 })).toBe("unchanged");
    expect(await rowOf(id)).toMatchObject({ status: "ready", scoreTotal: model });

    await take("total");
    expect(await say(id, { total: 73 })).toBe("changed");
    const row = await rowOf(id);
    expect(row).toMatchObject({ status: "routed", scoreTotal: 73 });
    expect(row?.trigger).toBe("Came in as ready for sales with Marketo");
    expect(row?.computed["C4.1"]).toMatchObject({
      ...{ value: 73, source: "map", provider: "Marketo", detail: { modelTotal: model } },
    });
    const rows = await db.select().from(scoreEntry).where(eq(scoreEntry.leadId, id));
    expect(rows.reduce((total, { points }) => total + points, 0)).toBe(73);
    const [given] = await db.select().from(handoff).where(eq(handoff.leadId, id));
    expect(given?.snapshot.fields["C4.1"]).toMatchObject({ value: 73, source: "map" });
    const kept = await db.select().from(mapScore).where(eq(mapScore.leadId, id));
    expect(kept.map(({ part, value }) => [part, value]).toSorted()).toEqual([
      ["fit", 55],
      ["total", 73],
    ]);
  });

  it("comes by file too, in columns of its own, and is refused where it is none", () => {
    const email = `${randomUUID()}@nordlys.example`;
    const row = leadRow({ email, scoreTotal: "72", scoreFit: "55.0", scoreIntent: "" });
    expect(row).toMatchObject({ ok: true, input: { scores: { total: 72, fit: 55 } } });
    expect(leadRow({ email, scoreTotal: "137" })).toMatchObject({ ok: false, field: "scoreTotal" });
    expect(leadInput.safeParse({ email, scores: { total: 101 } }).success).toBe(false);
    expect(leadInput.safeParse({ email, scores: { sum: 10 } }).success).toBe(false);
  });
});
