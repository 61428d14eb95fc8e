import { describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { scoringModel } from "@/db/schema/scoring";
import { testDatabase } from "@/db/testing/database";
import { modelInForce } from "@/lib/scoring/queries";
import { whyWords } from "../why";
import { boardRows } from "./queries";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");

describe("C3.9 a documented lead that waits for its summary", () => {
  it("is as far from the threshold as the model in force says", async () => {
    const ops = await aPerson("marketing_ops");
    const id = await aLead(now);
    await document(ops, id, now);
    const second = async () => {
      const [row] = await boardRows(ops, "summary", [id], now);
      return row && { score: row.score, words: whyWords(row.why).second };
    };
    const before = await modelInForce();
    const score = (await second())?.score ?? 0;
    for (const [above, version] of [
      [7, 2],
      [1, 3],
    ] as const) {
      const model = { ...before, version, threshold: score + above };
      await db.insert(scoringModel).values({ version, model, createdAt: now });
      const points = above === 1 ? "1 point" : `${above} points`;
      expect(await second()).toEqual({ score, words: `${points} below the threshold` });
    }
  });
});
