import { expect, it } from "vitest";
import { mergesOf } from "./merges";

const merge = (value: unknown, activityDate = "2026-05-04T09:00:00Z+0000") =>
  mergesOf({
    ...{ leadId: 7, activityTypeId: 32, activityDate },
    attributes: [
      { name: "Master Updated", value: true },
      { name: "Merge IDs", value },
    ],
  }).map(({ id, into }) => `${id} into ${into}`);

it("is each number that is named, but not the one that stays", () => {
  expect(merge("[12, 14]")).toEqual(["12 into 7", "14 into 7"]);
  expect(merge("12;7;14")).toEqual(["12 into 7", "14 into 7"]);
  expect(merge(12)).toEqual(["12 into 7"]);
});

it("is nothing where nothing is named, or no time", () => {
  expect(merge(null)).toEqual([]);
  expect(merge("[]")).toEqual([]);
  expect(merge("12", "yesterday")).toEqual([]);
});
