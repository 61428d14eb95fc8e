import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_TRAIL_SETTINGS } from "../settings";
import { activities } from "../testing/arbitrary-activities";
import { daysAgo, download, NOW, page } from "../testing/story";
import { dayChanges, exclusionDays, summed } from "./exclusion-days";
import { sift } from "./exclusions";

const daysOf = (list: Parameters<typeof sift>[0]) =>
  exclusionDays(sift(list, DEFAULT_TRAIL_SETTINGS, NOW), DEFAULT_TRAIL_SETTINGS, NOW);
const day = (days: number) => daysAgo(days).toISOString().slice(0, 10);
const BOT = { userAgent: "Googlebot/2.1" };

describe("X.6 what is counted of a lead's exclusions", () => {
  it("a bot on the day of its visit, an old page on the day it became too old", () => {
    const list = [page(3, "/a"), page(5, "/b", 5, BOT), page(42, "/c")];
    expect(daysOf(list)).toEqual({
      kept: { [day(3)]: 1 },
      bot: { [day(5)]: 1 },
      old_page_or_mail: { [day(12)]: 1 },
    });
  });

  it("what a returning lead did long ago on the day of its return", () => {
    const list = [download(200, "ROI sheet"), page(3, "/a")];
    expect(daysOf(list)).toEqual({ kept: { [day(3)]: 1 }, before_the_return: { [day(3)]: 1 } });
  });

  it("nothing of more than sixty days ago", () => {
    expect(daysOf([download(70, "ROI sheet"), page(80, "/a", 5, BOT)])).toEqual({});
  });

  it("changes of one judging after another add up to what stands, in any order", () => {
    fc.assert(
      fc.property(activities(30), activities(30), (one, other) => {
        const [first, second] = [daysOf(one), daysOf(other)];
        const there = dayChanges(first, second, NOW);
        const back = dayChanges(second, first, NOW);
        expect(summed([...there, ...back])).toEqual([]);
        expect(dayChanges(second, second, NOW)).toEqual([]);
        const all = summed([...dayChanges({}, first, NOW), ...there]);
        for (const { day: on, rule, count } of all) expect(second[rule]?.[on]).toBe(count);
      }),
    );
  });
});
