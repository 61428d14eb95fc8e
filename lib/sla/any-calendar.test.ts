import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Calendar } from "./calendar";
import { MINUTE, workedMinutes } from "./testing/minute-by-minute";
import { WEEKDAYS, workingHours } from "./working-hours";
import { addWorkingMs, subtractWorkingMs, workingMsBetween } from "./working-time";

/** Zones with what makes clocks hard, and a day of 2026 on or about which theirs change. */
const ZONES = [
  ["Europe/Berlin", "2026-03-28"],
  ["Europe/Berlin", "2026-10-24"],
  ["America/New_York", "2026-11-01"],
  ["America/Havana", "2026-03-07"],
  ["America/Havana", "2026-10-31"],
  ["America/St_Johns", "2026-03-08"],
  ["Australia/Lord_Howe", "2026-04-04"],
  ["Australia/Lord_Howe", "2026-10-03"],
  ["Africa/Cairo", "2026-04-23"],
  ["Africa/Cairo", "2026-10-29"],
  ["Asia/Kathmandu", "2026-06-06"],
  ["Pacific/Chatham", "2026-09-26"],
] as const;
const LENGTH = 3 * 1_440;

const face = fc
  .nat(1_439)
  .map((of) =>
    [Math.floor(of / 60), of % 60].map((part) => String(part).padStart(2, "0")).join(":"),
  );
const day = fc.array(fc.record({ from: face, until: face }), { maxLength: 2 });
const hours = fc
  .record(Object.fromEntries(WEEKDAYS.map((name) => [name, day])))
  .map((week) => workingHours.safeParse(week))
  .filter((read) => read.success)
  .map((read) => read.data ?? null);
const minute = fc.nat(LENGTH - 1);

const scene = fc.record({
  zone: fc.constantFrom(...ZONES),
  hours: fc.option(hours, { freq: 6 }),
  absences: fc.array(fc.tuple(minute, minute), { maxLength: 2 }),
  earlier: fc.array(
    fc.record({ until: minute, zone: fc.constantFrom(...ZONES), hours: fc.option(hours) }),
    { maxLength: 2 },
  ),
  one: minute,
  other: minute,
  length: fc.nat(600),
});

type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never;

function played({ zone: [timeZone, start], hours, absences, earlier, ...rest }: Scene) {
  const origin = Date.parse(`${start}T00:00Z`);
  const instant = (of: number) => new Date(origin + of * MINUTE);
  const calendar: Calendar = {
    timeZone,
    hours,
    absences: absences.map((pair) => ({
      from: instant(Math.min(...pair)),
      until: instant(Math.max(...pair)),
    })),
    earlier: earlier
      .toSorted((one, other) => one.until - other.until)
      .map(({ until, zone, hours: before }) => ({
        ...{ until: instant(until), timeZone: zone[0], hours: before },
      })),
  };
  const [from, until] = [Math.min(rest.one, rest.other), Math.max(rest.one, rest.other)];
  return { calendar, instant, from, until, ms: rest.length * MINUTE };
}

describe("Q.2 working time in any calendar", () => {
  it("is what a clock on the wall says, minute by minute", { timeout: 20_000 }, () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { calendar, instant, from, until } = played(given);
        const worked = workedMinutes(calendar, instant(0), LENGTH).slice(from, until);
        const minutes = workingMsBetween(calendar, instant(from), instant(until)) / MINUTE;
        expect(minutes).toBe(worked.filter(Boolean).length);
      }),
      { numRuns: 40 },
    );
  });

  it("has passed at the end of a window, and not a millisecond before", () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { calendar, instant, from, ms } = played(given);
        const end = addWorkingMs(calendar, instant(from), ms);
        expect(workingMsBetween(calendar, instant(from), end)).toBe(ms);
        const before = new Date(end.getTime() - 1);
        expect(workingMsBetween(calendar, instant(from), before)).toBe(Math.max(0, ms - 1));
      }),
    );
  });

  it("has passed for whatever began by the instant of the inverse, and for nothing later", () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { calendar, instant, from, until, ms } = played(given);
        const latest = subtractWorkingMs(calendar, instant(until), ms);
        const had = workingMsBetween(calendar, instant(from), instant(until)) >= ms;
        expect(had).toBe(ms === 0 || instant(from) <= latest);
        expect(workingMsBetween(calendar, latest, instant(until))).toBe(ms);
        const after = new Date(latest.getTime() + 1);
        expect(ms === 0 || workingMsBetween(calendar, after, instant(until)) < ms).toBe(true);
      }),
    );
  });
});
