import { describe, expect, it } from "vitest";
import { DEFAULT_TRAIL_SETTINGS } from "../settings";
import { did, page } from "../testing/story";
import { byHand } from "./by-hand";
import { internalSales } from "./internal-sales";

describe("X.6 what a person left out", () => {
  it("is left out, and nothing beside it", () => {
    const [one, other] = [page(1, "/a", 5, { id: "one" }), page(1, "/a", 5, { id: "other" })];
    const settings = { ...DEFAULT_TRAIL_SETTINGS, leftOutByHand: ["one"] };
    const leavesOut = byHand.judge([one, other], settings);
    expect([one, other].map(leavesOut)).toEqual([true, false]);
  });
});

describe("X.4 what our own reps did", () => {
  it("is left out; what marketing remarked is not", () => {
    const call = did(2, "sales_activity", { text: "Called, no answer" });
    const remark = did(2, "remark", { text: "Met at the fair" });
    const leavesOut = internalSales.judge();
    expect([call, remark].map(leavesOut)).toEqual([true, false]);
  });
});
