import { expect, test } from "vitest";
import { keeps, type Row } from "./row";
import { table } from "./table";

const queue: Row = {
  what: "Queue over an empty page",
  ratio: 0.4,
  limit: { way: "at least", of: 0.4 },
  measured: "40 of 100 a second",
};
const board: Row = {
  what: "Board",
  ratio: 1.234,
  limit: { way: "at most", of: 1.2 },
  measured: "12 and 10 ms",
};

test("prints a line for each ratio, with its limit and whether that is kept", () => {
  expect(table([queue, board])).toEqual([
    "                          ratio  limit            measured",
    "Queue over an empty page   0.40  at least 0.4  ✓  40 of 100 a second",
    "Board                      1.23  at most 1.2   ✗  12 and 10 ms",
  ]);
});

test("a ratio below its limit is below it, and one that could not be measured keeps none", () => {
  const below = { ...queue, limit: { way: "below", of: 1 } } as const;
  expect(keeps({ ...below, ratio: 0.99 })).toBe(true);
  expect(keeps({ ...below, ratio: 1 })).toBe(false);
  expect([queue, board, below].map((row) => keeps({ ...row, ratio: Number.NaN }))).toEqual([
    false,
    false,
    false,
  ]);
});
