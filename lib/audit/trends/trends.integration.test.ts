import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { trendCount } from "@/db/schema/trend";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { release } from "@/lib/gate/commands";
import { CATEGORY_KEYS } from "@/lib/standard/categories";
import { fieldsOf } from "@/lib/standard/field-states";
import { sumUpTrends } from "./commands";
import { largestValues, trendCounts } from "./queries";
import { differenceLine } from "./recount/difference-line";
import { recountTrends } from "./recount/queries";
import { shortHandoffs } from "./short/queries";

const { db, owner } = testDatabase();
const days = [1, 2, 3].map((day) => new Date(`2026-06-0${day}T10:00:00Z`));
const job = systemActor("job", "Tests");
const whole = { from: "2026-06-01", until: "2026-07-01" };

let ops: Viewer;

const recounted = async () => (await recountTrends(job, db)).differences.map(differenceLine);

describe("A.6 the counts behind the trends", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    ops = await aPerson("marketing_ops");
    await Promise.all([aPerson("rep"), aPerson("rep")]);
    const leads = await Promise.all(
      Array.from({ length: 12 }, async (_, place) => {
        const at = days[place % days.length] ?? days[0];
        if (!at) throw new Error("There is no day.");
        const leadId = await aLead(at, {
          campaign: place % 2 ? "Cold chain 2026" : "Fleet, autumn",
          ...(place % 4 === 0 ? { asset: undefined } : {}),
        });
        await document(ops, leadId, at);
        return { leadId, at };
      }),
    );
    const outcomes = await Promise.all(leads.map(({ leadId, at }) => release(ops, { leadId }, at)));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
  });

  it("are what the snapshots say after concurrent routings, and stay so while added up", async () => {
    expect(await recounted()).toEqual([]);
    const routing = aLead(days[0] ?? new Date()).then(async (leadId) => {
      await document(ops, leadId, days[0] ?? new Date());
      return release(ops, { leadId }, days[0] ?? new Date());
    });
    await Promise.all([sumUpTrends(job), sumUpTrends(job), routing]);
    expect(await recounted()).toEqual([]);
    await sumUpTrends(job);
    await sumUpTrends(job);
    expect(await recountTrends(job, db)).toMatchObject({ handoffs: 13, differences: [] });
    const parts = await db
      .select({ rows: sql<number>`count(*)::int` })
      .from(trendCount)
      .groupBy(trendCount.day, trendCount.dimension, trendCount.value);
    expect(Math.max(...parts.map(({ rows }) => rows))).toBe(1);
  });

  it("are what one counts by hand, in all and by campaign", async () => {
    const rows = await db.select().from(handoff);
    const asked = { per: "month", measures: [...CATEGORY_KEYS, "C5.3"], ...whole } as const;
    const byHand = (those: typeof rows) => [
      ...CATEGORY_KEYS.map((key) => those.filter((row) => row[key] === "complete").length),
      those.filter(({ filled, missing }) => {
        return fieldsOf(filled).includes("C5.3") && !missing.includes("C5.3");
      }).length,
    ];
    expect(await trendCounts(ops, { ...asked, dimension: "all", value: "" })).toEqual([
      { period: "2026-06-01", value: "", handoffs: rows.length, counts: byHand(rows) },
    ]);
    const campaign = "Fleet, autumn";
    const those = rows.filter((row) => row.campaign === campaign);
    expect(those).toHaveLength(6);
    expect(byHand(those).at(-1)).toBe(3);
    expect(await trendCounts(ops, { ...asked, dimension: "campaign", value: campaign })).toEqual([
      { period: "2026-06-01", value: campaign, handoffs: 6, counts: byHand(those) },
    ]);
    const largest = await largestValues(ops, { dimension: "campaign", ...whole }, 1);
    expect(largest).toEqual([{ value: "Cold chain 2026", handoffs: 7 }]);
  });

  it("lead to the handoffs that fell short", async () => {
    const point = { by: "campaign", of: "Fleet, autumn", ...whole } as const;
    const short = await shortHandoffs(ops, { ...point, measure: "C5.3", all: false }, 0);
    expect(short.total).toBe(3);
    expect(short.rows.every(({ missing }) => missing.includes("C5.3"))).toBe(true);
    const all = await shortHandoffs(ops, { ...point, measure: "C5.3", all: true }, 0);
    expect(all.total).toBe(6);
    const rep = await aPerson("rep");
    await expect(shortHandoffs(rep, { ...point, measure: "warm", all: false }, 0)).rejects.toThrow(
      NotAllowed,
    );
    await expect(
      trendCounts(rep, { per: "day", dimension: "all", value: "", measures: [], ...whole }),
    ).rejects.toThrow(NotAllowed);
  });

  it("that were tampered with are found by the recount, to the number", async () => {
    await owner.execute(sql`
      update trend_count set handoffs = handoffs + 2, fields[1] = fields[1] - 1
      where dimension = 'all' and day = '2026-06-02'`);
    expect(await recounted()).toEqual([
      "2026-06-02, all: handoffs 6, recounted 4; C1.1 3, recounted 4",
    ]);
  });
});
