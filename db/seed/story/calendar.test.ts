import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "@/lib/platform/durations";
import { random } from "../random";
import { atTheDesk, inWorkingTime, whileOpen } from "./calendar";

const OSLO = 1;
const noonOnTuesday = new Date("2026-02-10T11:00:00Z");
const lateOnFriday = new Date("2026-02-13T20:00:00Z");

describe("when the demonstration's people work", () => {
  it("lets them answer at once while the office is open", () => {
    expect(atTheDesk(noonOnTuesday, 3 * MINUTE, OSLO)).toEqual(new Date("2026-02-10T11:03:00Z"));
  });

  it("lets what comes in on Friday night wait for Monday morning", () => {
    expect(atTheDesk(lateOnFriday, 3 * MINUTE, OSLO)).toEqual(new Date("2026-02-16T07:03:00Z"));
  });

  it("dates what was done before the weekend back to the last hour of Friday", () => {
    expect(whileOpen(lateOnFriday, OSLO)).toEqual(new Date("2026-02-13T16:00:00Z"));
    expect(whileOpen(noonOnTuesday, OSLO)).toEqual(noonOnTuesday);
  });

  it("never puts work outside office hours, wherever it is done", () => {
    const chance = random("calendar");
    for (let draw = 0; draw < 500; draw++) {
      const at = new Date(
        noonOnTuesday.getTime() + chance.between(0, 30) * DAY + chance.between(0, 23) * HOUR,
      );
      const offset = chance.pick([-6, 0, 1, 5.5, 9]);
      for (const moment of [
        inWorkingTime(chance, at, offset),
        atTheDesk(at, 90 * MINUTE, offset),
      ]) {
        const local = new Date(moment.getTime() + offset * HOUR);
        expect(moment.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect([0, 6]).not.toContain(local.getUTCDay());
        expect(local.getUTCHours()).toBeGreaterThanOrEqual(8);
        expect(local.getUTCHours()).toBeLessThan(19);
      }
    }
  });
});
