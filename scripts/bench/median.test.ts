import { expect, test } from "vitest";
import { median } from "./median";

test.each([
  [[5], 5],
  [[9, 1, 5], 5],
  [[10, 2, 4, 1], 3],
])("the median of %j is %d", (numbers, middle) => {
  expect(median(numbers)).toBe(middle);
});

test("one outlier moves it no further than its neighbour", () => {
  expect(median([1, 2, 3, 1_000])).toBe(2.5);
});
