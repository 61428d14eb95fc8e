import { beforeAll, describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { repsAt } from "@/lib/routing/team/queries";
import { noteAbsence, setHours, withdrawAbsence } from "./commands";
import { hoursOf } from "./queries";

const { db } = testDatabase();
/** A Wednesday. */
const now = new Date("2026-06-03T10:00:00Z");
let rep: Viewer;
let admin: Viewer;

beforeAll(async () => {
  rep = await aPerson("rep", { timeZone: "Europe/Oslo" });
  admin = await aPerson("admin");
});

const presence = async () =>
  (await repsAt(db, admin, now)).find(({ id }) => id === rep.id)?.presence;
const day = [{ from: "14:00", until: "18:00" }];
const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day };

describe("when a rep works", () => {
  it("routing knows at once, set by themselves or by an admin", async () => {
    expect(await presence()).toEqual({ is: "at work" });
    const hours = { ...week, saturday: [], sunday: [] };
    await setHours(rep, { personId: rep.id, hours }, now);
    expect(await presence()).toEqual({ is: "off", until: Date.parse("2026-06-03T12:00:00Z") });
    await setHours(admin, { personId: rep.id, hours: null }, now);
    expect(await presence()).toEqual({ is: "at work" });
  });

  it("and when they are away, by whole days of their own clocks, until it is taken back", async () => {
    const given = { personId: rep.id, first: "2026-06-03", last: "2026-06-05", words: "" };
    expect(await noteAbsence(rep, given, now)).toMatchObject({ ok: true });
    expect(await presence()).toEqual({ is: "away", until: Date.parse("2026-06-05T22:00:00Z") });
    const [noted] = (await hoursOf(admin, [rep.id], now)).get(rep.id)?.absences ?? [];
    expect(await withdrawAbsence(rep, { absenceId: noted?.id ?? "" }, now)).toMatchObject({
      ok: true,
    });
    expect(await presence()).toEqual({ is: "at work" });
    // In another tab it is there still.
    for (const viewer of [rep, admin])
      expect(await withdrawAbsence(viewer, { absenceId: noted?.id ?? "" }, now)).toMatchObject({
        ok: false,
      });
    const over = { ...given, first: "2026-06-01", last: "2026-06-02" };
    expect(await noteAbsence(rep, over, now)).toMatchObject({ ok: false, field: "last" });
  });

  it("is asked of nobody on a company's first day, when there is no rep yet", async () => {
    expect(await hoursOf(admin, [], now)).toEqual(new Map());
  });

  it("is nobody else's to set", async () => {
    const other = await aPerson("rep");
    const manager = await aPerson("manager");
    for (const viewer of [other, manager]) {
      const set = setHours(viewer, { personId: rep.id, hours: null }, now);
      await expect(set).rejects.toThrow(NotAllowed);
      const given = { personId: rep.id, first: "2026-06-04", last: "2026-06-05", words: "" };
      await expect(noteAbsence(viewer, given, now)).rejects.toThrow(NotAllowed);
      await expect(hoursOf(viewer, [rep.id], now)).rejects.toThrow(NotAllowed);
    }
    await noteAbsence(
      admin,
      { personId: rep.id, first: "2026-06-04", last: "2026-06-05", words: "" },
      now,
    );
    const [noted] = (await hoursOf(rep, [rep.id], now)).get(rep.id)?.absences ?? [];
    const taken = withdrawAbsence(other, { absenceId: noted?.id ?? "" }, now);
    await expect(taken).rejects.toThrow(NotAllowed);
  });
});
