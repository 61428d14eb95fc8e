import { describe, expect, it } from "vitest";
import { MINUTE } from "@/lib/platform/durations";
import { awayUntil, type Calendar, worksAt } from "./calendar";
import { everyDay, weekdays } from "./testing/minute-by-minute";
import { addWorkingMs, nextWorkingAt, subtractWorkingMs, workingMsBetween } from "./working-time";

const at = (iso: string) => new Date(iso);
const office = { from: "09:00", until: "17:00" };
const night = { from: "22:00", until: "06:00" };

const calendar = (timeZone: string, hours: Calendar["hours"], ...away: [string, string][]) => ({
  timeZone,
  hours,
  absences: away.map(([from, until]) => ({ from: at(from), until: at(until) })),
});
const berlin = calendar("Europe/Berlin", weekdays(office));
const nights = calendar("Europe/Berlin", everyDay(night));
const kathmandu = calendar("Asia/Kathmandu", weekdays(office));
const newYork = calendar("America/New_York", weekdays(office));
const havana = calendar("America/Havana", everyDay({ from: "00:00", until: "04:00" }));
const lordHowe = calendar("Australia/Lord_Howe", everyDay({ from: "01:00", until: "05:00" }));
const allDay = calendar("Europe/Berlin", everyDay({ from: "00:00", until: "00:00" }));
const away = calendar("Europe/Berlin", null, ["2026-06-03T08:00Z", "2026-06-05T08:00Z"]);

/** What the calendar is, from when to when, and how many minutes of it are working time. */
const WORKED: readonly [string, Calendar, string, string, number][] = [
  ["within one day", berlin, "2026-06-03T08:00Z", "2026-06-03T08:05Z", 5],
  ["before the day begins", berlin, "2026-06-03T06:58Z", "2026-06-03T07:03Z", 3],
  ["from one evening to the morning", berlin, "2026-06-03T14:58Z", "2026-06-04T07:03Z", 5],
  ["over a weekend", berlin, "2026-06-05T14:57Z", "2026-06-08T07:02Z", 5],
  ["a weekend alone", berlin, "2026-06-05T15:00Z", "2026-06-08T07:00Z", 0],
  ["through midnight", nights, "2026-06-03T21:50Z", "2026-06-03T22:10Z", 20],
  ["a night whose clocks go forward", nights, "2026-03-28T12:00Z", "2026-03-29T12:00Z", 420],
  ["a night whose clocks go back", nights, "2026-10-24T12:00Z", "2026-10-25T12:00Z", 540],
  ["a Friday and the Monday in summer time", newYork, "2026-03-06T21:58Z", "2026-03-09T13:03Z", 5],
  ["a Friday and the Monday in winter time", newYork, "2026-10-30T20:58Z", "2026-11-02T14:03Z", 5],
  ["a zone of three quarters of an hour", kathmandu, "2026-06-03T03:10Z", "2026-06-03T03:20Z", 5],
  ["a midnight that is skipped", havana, "2026-03-08T04:00Z", "2026-03-08T12:00Z", 180],
  ["a midnight shown twice", havana, "2026-11-01T03:00Z", "2026-11-01T12:00Z", 300],
  ["clocks moved by half an hour forward", lordHowe, "2026-10-03T12:00Z", "2026-10-04T12:00Z", 210],
  ["clocks moved by half an hour back", lordHowe, "2026-04-04T12:00Z", "2026-04-05T12:00Z", 270],
  ["a day of 23 hours", allDay, "2026-03-28T23:00Z", "2026-03-29T22:00Z", 23 * 60],
  ["a day of 25 hours", allDay, "2026-10-24T22:00Z", "2026-10-25T23:00Z", 25 * 60],
  ["an absence inside", away, "2026-06-03T07:57Z", "2026-06-05T08:02Z", 5],
  ["backwards", berlin, "2026-06-03T09:00Z", "2026-06-03T08:00Z", 0],
];

describe("Q.2 working time", () => {
  it.each(WORKED)("counts %s", (_, person, from, until, minutes) => {
    expect(workingMsBetween(person, at(from), at(until)) / MINUTE).toBe(minutes);
  });

  it.each(WORKED.filter(([, , , , minutes]) => minutes === 5))(
    "ends a window of five minutes: %s",
    (_, person, from, until) => {
      expect(addWorkingMs(person, at(from), 5 * MINUTE)).toEqual(at(until));
    },
  );

  it("may end with the day's last moment, and reaches back over nights, weekends and absences", () => {
    expect(addWorkingMs(berlin, at("2026-06-05T14:55Z"), 5 * MINUTE)).toEqual(
      at("2026-06-05T15:00Z"),
    );
    expect(subtractWorkingMs(berlin, at("2026-06-08T07:02Z"), 5 * MINUTE)).toEqual(
      at("2026-06-05T14:57Z"),
    );
    // On Sunday whoever began by Friday 16:55 has had their five minutes.
    expect(subtractWorkingMs(berlin, at("2026-06-07T12:00Z"), 5 * MINUTE)).toEqual(
      at("2026-06-05T14:55Z"),
    );
    expect(subtractWorkingMs(away, at("2026-06-05T08:02Z"), 5 * MINUTE)).toEqual(
      at("2026-06-03T07:57Z"),
    );
  });

  it("says who works when, when they next do, and until when who is away is away", () => {
    expect(worksAt(berlin, at("2026-06-03T07:00Z"))).toBe(true);
    expect(worksAt(berlin, at("2026-06-03T15:00Z"))).toBe(false);
    expect(worksAt(nights, at("2026-06-03T01:00Z"))).toBe(true);
    expect(worksAt(away, at("2026-06-04T08:00Z"))).toBe(false);
    expect(worksAt(away, at("2026-06-05T08:00Z"))).toBe(true);
    expect(nextWorkingAt(berlin, at("2026-06-06T12:00Z"))).toEqual(at("2026-06-08T07:00Z"));
    expect(nextWorkingAt(berlin, at("2026-06-03T12:00Z"))).toEqual(at("2026-06-03T12:00Z"));
    expect(awayUntil(away, at("2026-06-04T08:00Z"))).toEqual(at("2026-06-05T08:00Z"));
    expect(awayUntil(away, at("2026-06-05T08:00Z"))).toBeNull();
  });

  it("steps over an absence of a lifetime, and joins two that touch", () => {
    const gone = calendar(
      "Europe/Berlin",
      weekdays(office),
      ["2026-06-03T08:00Z", "2060-01-01T00:00Z"],
      ["2060-01-01T00:00Z", "2099-12-31T00:00Z"],
    );
    expect(awayUntil(gone, at("2030-01-01T00:00Z"))).toEqual(at("2099-12-31T00:00Z"));
    expect(addWorkingMs(gone, at("2026-06-03T07:58Z"), 5 * MINUTE)).toEqual(
      at("2099-12-31T08:03Z"),
    );
    expect(subtractWorkingMs(gone, at("2099-12-31T08:03Z"), 5 * MINUTE)).toEqual(
      at("2026-06-03T07:58Z"),
    );
  });
});
