import { describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { absence } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { awayUntil, worksAt } from "./calendar";
import { calendarOf, calendarsOf } from "./queries";
import { weekdays } from "./testing/minute-by-minute";

const { db } = testDatabase();
const at = new Date("2026-06-03T10:00:00Z");
const back = new Date("2026-06-08T07:00:00Z");

describe("Q.2 a person's calendar", () => {
  it("has their hours, their zone, and the absences that were not taken back", async () => {
    const hours = weekdays({ from: "09:00", until: "17:00" });
    const rep = await aPerson("rep", { timeZone: "Europe/Berlin", workingHours: hours });
    const other = await aPerson("rep");
    const admin = await aPerson("admin");
    const given = { personId: rep.id, authorId: admin.id, at };
    const gone = { withdrawnAt: at, withdrawnBy: admin.id };
    await db.insert(absence).values([
      { ...given, startsAt: at, endsAt: back, words: "Parental leave" },
      { ...given, startsAt: at, endsAt: new Date("2026-07-01T00:00Z"), ...gone },
    ]);
    const calendars = await calendarsOf(rep, [rep.id, other.id]);
    expect(calendars.get(other.id)).toEqual({
      timeZone: "UTC",
      hours: null,
      absences: [],
      earlier: [],
    });
    const calendar = await calendarOf(rep, rep.id);
    expect(calendar).toEqual({
      timeZone: "Europe/Berlin",
      hours,
      absences: [{ from: at, until: back }],
      earlier: [],
    });
    expect(worksAt(calendar, at)).toBe(false);
    expect(awayUntil(calendar, at)).toEqual(back);
  });
});
