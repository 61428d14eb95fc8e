import { describe, expect, it } from "vitest";
import { instant } from "./instant";

describe("K.1 the time of something that arrived", () => {
  it.each([
    ["2026-06-03", "2026-06-03T00:00:00.000Z"],
    ["2018-02-26 19:58:54", "2018-02-26T19:58:54.000Z"],
    ["2026-06-03T10:00:00Z", "2026-06-03T10:00:00.000Z"],
    ["2026-06-03T10:00:00.123456+02:00", "2026-06-03T08:00:00.123Z"],
    ["2026-06-03 10:00 -0330", "2026-06-03T13:30:00.000Z"],
    ["2026-06-03T10:00", "2026-06-03T10:00:00.000Z"],
    ["2026-06-03 10:00:00.5+02", "2026-06-03T08:00:00.500Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
  ])("reads %s as %s", (text, iso) => {
    expect(instant(text)).toEqual({ ok: true, at: new Date(iso) });
  });

  it.each([
    ["03/04/2026", "can be read as two different days"],
    ["29/11/2026 10:00", "is written in an order that depends on the country"],
    ["3.4.26", "can be read as two different days"],
    ["2026-02-30", "is not a day and time that exists"],
    ["2026-02-31T10:00:00Z", "is not a day and time that exists"],
    ["2015-2-02T00:30:08.276Z", "is not a date we can read"],
    ["2026-06-03T25:00:00Z", "is not a day and time that exists"],
    ["2026-06-03T10:00:00+25:00", "has a time zone that does not exist"],
    ["0001-01-01", "is outside 1990 to 2100"],
    ["yesterday", "is not a date we can read"],
    ["", "is not a date we can read"],
    ["45000", "is not a date we can read"],
  ])("refuses '%s': %s", (text, reason) => {
    const answer = instant(text);
    expect(answer.ok ? null : answer.reason).toContain(reason);
  });
});
