import { expect, it } from "vitest";
import { FIRST_TOGETHER, nextTogether } from "./together";

it.each([
  ["as many again where they took what one transaction may", 100, FIRST_TOGETHER],
  ["twice as many where they took half", 50, 2 * FIRST_TOGETHER],
  ["one where even few take very long", 60_000, 1],
  ["no more than 25, however quick they were", 0.1, 25],
])("judges together %s", (_, tookMs, many) => {
  expect(nextTogether(FIRST_TOGETHER, tookMs)).toBe(many);
});
