import { describe, expect, it } from "vitest";
import { LEAST_TIMED, type Writing, writingTime } from "./minute";

const writing: Writing = {
  ...{ summaries: 30, asDrafted: 4, timed: 20, seconds: 1_200, median: 55, ninth: 90 },
  ...{ drafted: 30, kept: 80, handoffs: 40, unseen: 3 },
};

describe("the minute that a summary takes", () => {
  it("is told with how many an hour of writing gives", () => {
    expect(writingTime(writing)).toEqual({ median: 55, ninth: 90, perHour: 60 });
  });

  it("is not told of a few", () => {
    expect(writingTime({ ...writing, timed: LEAST_TIMED - 1 })).toBeNull();
    expect(writingTime({ ...writing, timed: 0, seconds: 0, median: null })).toBeNull();
  });
});
