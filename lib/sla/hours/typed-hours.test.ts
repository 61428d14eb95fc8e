import { describe, expect, it } from "vitest";
import { hoursInput } from "./input";
import { readDay, typedWeek } from "./typed-hours";

const personId = "11111111-1111-4111-8111-111111111111";

describe("hours as they are typed", () => {
  it("are read as one writes them", () => {
    expect(readDay("9-12, 13:00–17:30")).toEqual([
      { from: "09:00", until: "12:00" },
      { from: "13:00", until: "17:30" },
    ]);
    expect(readDay("22:00 to 6")).toEqual([{ from: "22:00", until: "06:00" }]);
    expect(readDay("18–24")).toEqual([{ from: "18:00", until: "00:00" }]);
    expect(readDay(" ")).toEqual([]);
    expect(readDay("mornings")).toBeNull();
    // As clocks are written in Danish, Finnish or Italian, in French, and in German.
    const whole = [{ from: "09:00", until: "17:30" }];
    for (const typed of ["09.00–17.30", "9h-17h30", "9 h à 17 h 30", "9 bis 17.30 Uhr"]) {
      expect(readDay(typed)).toEqual(whole);
    }
    expect(readDay("9.5-17")).toBeNull();
    expect(readDay("08:00-03:00")).toEqual([{ from: "08:00", until: "03:00" }]);
  });

  it("are asked for again where five may mean the afternoon: nobody is to be called all night", () => {
    expect(readDay("9-5")).toBeNull();
    expect(readDay("9:30 to 5:30")).toBeNull();
    expect(readDay("9.30-5.30")).toBeNull();
    expect(readDay("8-12, 1-5")).toBeNull();
  });

  it("come back as they were typed", () => {
    const given = hoursInput.parse({ personId, monday: "9-12,13-17", friday: "8-14" });
    expect(typedWeek(given.hours)).toMatchObject({
      ...{ monday: "09:00–12:00, 13:00–17:00", friday: "08:00–14:00", sunday: "" },
    });
  });

  it("are none around the clock, and say what is wrong with them", () => {
    expect(hoursInput.parse({ personId, always: "on", monday: "9-17" }).hours).toBeNull();
    const issue = (given: object) =>
      hoursInput.safeParse({ personId, ...given }).error?.issues[0]?.message;
    expect(issue({})).toBe("Give hours on at least one day.");
    expect(issue({ monday: "soon" })).toBe("Give times such as 09:00–17:30.");
    expect(issue({ monday: "9-12, 11-17" })).toBe("Two stretches of work overlap.");
    expect(issue({ monday: "29:00-30:00" })).toBe("Give a time such as 09:00.");
  });
});
