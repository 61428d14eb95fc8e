import { describe, expect, it } from "vitest";
import {
  calendarDaysBetween,
  formatAge,
  formatCountdown,
  formatDay,
  formatDayRange,
  formatDuration,
  formatExact,
  formatMoment,
  formatTime,
  formatWait,
  type Reader,
} from "./format";

// 45 minutes off the hour, and never the zone of the machine that runs this.
const kathmandu: Reader = { locale: "en-GB", timeZone: "Asia/Kathmandu" };
const oslo: Reader = { locale: "en-GB", timeZone: "Europe/Oslo" };
const now = new Date("2026-06-04T18:30:00Z"); // 00:15 on 5 June in Kathmandu, 20:30 on 4 June in Oslo

describe("C5.1 instants in the reader's zone", () => {
  it("prints 24 hours, midnight as 00", () => {
    expect(formatTime(now, kathmandu)).toBe("00:15");
    expect(formatTime(now, oslo, "second")).toBe("20:30:00");
  });

  it("says today, yesterday and tomorrow by the reader's calendar", () => {
    const earlier = new Date("2026-06-04T18:00:00Z"); // 23:45 on the 4th in Kathmandu
    expect(formatMoment(earlier, kathmandu, now)).toBe("Yesterday 23:45");
    expect(formatMoment(earlier, oslo, now)).toBe("Today 20:00");
    expect(formatMoment(new Date("2026-06-05T07:00:00Z"), oslo, now)).toBe("Tomorrow 09:00");
    expect(formatMoment(new Date("2026-05-17T07:10:00Z"), oslo, now)).toBe("17 May 09:10");
  });

  it("adds the year when it is another", () => {
    expect(formatDay(new Date("2026-06-03T12:00:00Z"), oslo, now)).toBe("3 June");
    expect(formatDay(new Date("2025-12-31T23:30:00Z"), oslo, now)).toBe("1 January");
    expect(formatDay(new Date("2025-12-31T22:30:00Z"), oslo, now)).toBe("31 December 2025");
  });

  it("tells the whole truth where it is asked for", () => {
    expect(formatExact(new Date("2026-06-03T12:00:01Z"), kathmandu)).toBe(
      "Wed 3 June 2026, 17:45:01 GMT+5:45",
    );
  });

  it("writes its figures as the clocks on the page do, in every locale", () => {
    const cairo = { locale: "ar-EG", timeZone: "Africa/Cairo" };
    expect(formatTime(now, cairo)).toBe("21:30");
    expect(formatDay(new Date("2026-06-03T12:00:00Z"), cairo, now)).toMatch(/^3 /);
  });

  it("counts calendar days across a change of the clocks", () => {
    const before = new Date("2026-03-28T22:30:00Z");
    const after = new Date("2026-03-29T21:30:00Z"); // 23 hours later, the next day in Oslo
    expect(calendarDaysBetween(before, after, "Europe/Oslo")).toBe(1);
  });
});

describe("C3.8 ranges of days", () => {
  const range = (first: string, last: string, reader = oslo) =>
    formatDayRange(new Date(first), new Date(last), reader, now);

  it("shares the month, the year, or neither", () => {
    expect(range("2026-06-03T08:00:00Z", "2026-06-04T08:00:00Z")).toBe("3–4 June");
    expect(range("2026-05-30T08:00:00Z", "2026-06-02T08:00:00Z")).toBe("30 May – 2 June");
    expect(range("2025-12-30T08:00:00Z", "2026-01-02T08:00:00Z")).toBe(
      "30 December 2025 – 2 January",
    );
    expect(range("2025-11-30T08:00:00Z", "2025-12-02T08:00:00Z")).toBe(
      "30 November – 2 December 2025",
    );
  });

  it.each([
    ["en-GB", "3–4 June", "30 May – 2 June", "30 November – 2 December 2025"],
    ["en-US", "June 3–4", "May 30 – June 2", "November 30 – December 2, 2025"],
    ["de-DE", "3.–4. Juni", "30. Mai – 2. Juni", "30. November – 2. Dezember 2025"],
    ["nb-NO", "3.–4. juni", "30. mai–2. juni", "30. november–2. desember 2025"],
  ])("is written as one writes it in %s", (locale, days, months, year) => {
    const reader = { locale, timeZone: "Europe/Oslo" };
    expect(range("2026-06-03T08:00:00Z", "2026-06-04T08:00:00Z", reader)).toBe(days);
    expect(range("2026-05-30T08:00:00Z", "2026-06-02T08:00:00Z", reader)).toBe(months);
    expect(range("2025-11-30T08:00:00Z", "2025-12-02T08:00:00Z", reader)).toBe(year);
    expect(range("2025-11-03T08:00:00Z", "2025-11-04T08:00:00Z", reader)).toMatch(/3\.?–4/);
  });

  it("is one day when both ends fall on it, in this zone", () => {
    expect(range("2026-06-03T16:00:00Z", "2026-06-03T20:00:00Z")).toBe("3 June");
    expect(range("2026-06-03T16:00:00Z", "2026-06-03T20:00:00Z", kathmandu)).toBe("3–4 June");
  });
});

describe("ages", () => {
  const age = (iso: string, reader = oslo) => formatAge(new Date(iso), now, reader);

  it("speaks the page's language, whatever the reader's locale", () => {
    const dutch = { locale: "nl-NL", timeZone: "Europe/Amsterdam" };
    const threeDaysBefore = new Date(now.getTime() - 3 * 86_400_000).toISOString();
    expect(age(threeDaysBefore, dutch)).toBe("3 days ago");
    expect(age("2026-06-04T18:27:00Z", { ...dutch, locale: "de-DE" })).toBe("3 min ago");
    expect(age("2026-06-04T18:27:00Z", { ...dutch, locale: "ar-EG" })).toBe("3 min ago");
  });

  it("goes from seconds to years", () => {
    expect(age("2026-06-04T18:29:40Z")).toBe("just now");
    expect(age("2026-06-04T18:30:02Z")).toBe("just now");
    expect(age("2026-06-04T18:30:20Z")).toBe("in a moment");
    expect(age("2026-06-04T18:29:10Z")).toBe("1 min ago");
    expect(age("2026-06-04T18:27:00Z")).toBe("3 min ago");
    expect(age("2026-06-04T13:30:00Z")).toBe("5 hours ago");
    expect(age("2026-05-29T12:00:00Z")).toBe("6 days ago");
    expect(age("2026-03-04T12:00:00Z")).toBe("3 months ago");
    expect(age("2024-06-04T12:00:00Z")).toBe("2 years ago");
  });

  it("never says today's morning was yesterday, nor the other way round", () => {
    expect(age("2026-06-04T02:00:00Z")).toBe("16 hours ago");
    expect(age("2026-06-03T21:00:00Z")).toBe("yesterday");
  });

  it("looks ahead as well", () => {
    expect(age("2026-06-04T18:40:00Z")).toBe("in 10 min");
    expect(age("2026-06-05T18:00:00Z")).toBe("tomorrow");
  });
});

describe("Q.2 clocks", () => {
  it("counts down, and up past the end", () => {
    expect(formatCountdown(192)).toBe("3:12");
    expect(formatCountdown(0)).toBe("0:00");
    expect(formatCountdown(-48)).toBe("−0:48");
    expect(formatCountdown(-0.4)).toBe("0:00");
    expect(formatCountdown(3860)).toBe("1:04:20");
    expect(formatCountdown(-187_200)).toBe("−2\u00a0d\u00a04\u00a0h");
  });

  it("names a length by its two largest units", () => {
    expect(formatDuration(0)).toBe("0\u00a0s");
    expect(formatDuration(42)).toBe("42\u00a0s");
    expect(formatDuration(250)).toBe("4\u00a0min\u00a010\u00a0s");
    expect(formatDuration(7500)).toBe("2\u00a0h\u00a05\u00a0min");
    expect(formatDuration(7205)).toBe("2\u00a0h");
    expect(formatDuration(7500, 1)).toBe("2\u00a0h");
    expect(formatDuration(259_200)).toBe("3\u00a0d");
  });

  it("tells no hours of a wait of days", () => {
    expect(formatWait(47 * 3_600)).toBe("1\u00a0d\u00a023\u00a0h");
    expect(formatWait(181 * 86_400 + 7_200)).toBe("181\u00a0d");
  });
});
