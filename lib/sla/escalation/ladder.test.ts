import { describe, expect, it } from "vitest";
import type { Calendar } from "../calendar";
import { DEFAULT_SLA } from "../settings";
import { weekdays } from "../testing/minute-by-minute";
import { dueSteps, nextStepAt } from "./ladder";

const { ladder } = DEFAULT_SLA;
const office: Calendar = {
  timeZone: "Europe/Berlin",
  hours: weekdays({ from: "09:00", until: "17:00" }),
  absences: [],
};
// Three minutes before a weekend, and before the change to summer time.
const routedAt = new Date("2026-03-27T15:57:00Z");
const owed = { routedAt, windowSeconds: 300, calendar: office };
const at = (iso: string) => new Date(iso);
const due = (iso: string, done: number[] = [], calendar = office) =>
  dueSteps({ ...owed, calendar }, ladder, done, at(iso)).map(({ action, overtaken }) =>
    overtaken ? `${action} overtaken` : action,
  );

describe("Q.2 the escalation ladder", () => {
  it("is climbed step by step in the owner's working time", () => {
    expect(due("2026-03-27T15:59:59Z")).toEqual([]);
    expect(due("2026-03-27T16:00:00Z")).toEqual(["warn_rep"]);
    expect(due("2026-03-29T12:00:00Z", [0])).toEqual([]);
    expect(due("2026-03-30T07:06:59Z", [0])).toEqual([]);
    expect(due("2026-03-30T07:07:00Z", [0])).toEqual(["tell_manager"]);
    expect(due("2026-03-30T07:32:00Z", [0, 1])).toEqual(["reroute"]);
    expect(due("2026-04-30T07:32:00Z", [0, 1, 2])).toEqual([]);
  });

  it("does all that fell due meanwhile, but warns nobody of what passed long ago", () => {
    const all = ["warn_rep overtaken", "tell_manager", "reroute"];
    expect(due("2026-03-30T09:00:00Z")).toEqual(all);
    expect(due("2026-03-30T07:04:00Z")).toEqual(["warn_rep"]);
  });

  it("waits for who is away, also where that was entered after the routing", () => {
    const absences = [{ from: at("2026-03-30T07:00:00Z"), until: at("2026-04-01T07:00:00Z") }];
    expect(due("2026-03-30T09:00:00Z", [0], { ...office, absences })).toEqual([]);
    const away = { ...owed, calendar: { ...office, absences } };
    expect(nextStepAt(away, ladder, [0])).toEqual(at("2026-04-01T07:07:00Z"));
  });

  it("knows when the next step is due, and that none is left", () => {
    expect(nextStepAt(owed, ladder, [])).toEqual(at("2026-03-27T16:00:00Z"));
    expect(nextStepAt(owed, ladder, [0])).toEqual(at("2026-03-30T07:07:00Z"));
    expect(nextStepAt(owed, ladder, [0, 1])).toEqual(at("2026-03-30T07:32:00Z"));
    expect(nextStepAt(owed, ladder, [0, 1, 2])).toBeNull();
    expect(nextStepAt(owed, [], [])).toBeNull();
  });

  it("is due at once where its time is before the routing", () => {
    const early = [{ action: "warn_rep", minutes: -10, channel: "app" } as const];
    expect(nextStepAt(owed, early, [])).toEqual(routedAt);
    expect(dueSteps(owed, early, [], routedAt)).toHaveLength(1);
  });

  it("waits for the morning where a window as short as that is routed into the night", () => {
    const night = new Date("2026-06-03T20:00:00Z");
    const short = { routedAt: night, windowSeconds: 120, calendar: office };
    const morning = new Date("2026-06-04T07:00:00Z");
    expect(nextStepAt(short, DEFAULT_SLA.ladder, [])).toEqual(morning);
    expect(dueSteps(short, DEFAULT_SLA.ladder, [], night)).toEqual([]);
    expect(dueSteps(short, DEFAULT_SLA.ladder, [], morning)).toMatchObject([
      { action: "warn_rep" },
    ]);
  });
});
