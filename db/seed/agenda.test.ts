import { describe, expect, it } from "vitest";
import { agenda } from "./agenda";
import type { Happening, LeadHappening } from "./story/happening";

const minute = (number: number) => new Date(Date.UTC(2026, 1, 10, 9, number));
const released = (lead: string, at: number): LeadHappening => ({
  kind: "released",
  at: minute(at),
  lead,
  by: "sofia",
});
const night = (at: number): Happening => ({ kind: "synced", at: minute(at), activities: [] });

describe("the order in which a story is played", () => {
  it("lets other leads go ahead, but never two happenings of one lead at once", () => {
    const plan = agenda([released("ana", 1), released("ana", 2), released("bo", 3)], minute(9));
    const first = plan.next();
    expect([first?.at, plan.next()?.at, plan.next()]).toEqual([minute(1), minute(3), undefined]);
    plan.done(released("ana", 1), []);
    expect(plan.next()?.at).toEqual(minute(2));
  });

  it("waits with a night's sync until all before it are done, and plays it alone", () => {
    const plan = agenda([released("ana", 1), night(2), released("bo", 3)], minute(9));
    const ana = plan.next();
    expect(plan.next()).toBeUndefined();
    if (ana) plan.done(ana, []);
    const sync = plan.next();
    expect(sync?.kind).toBe("synced");
    expect(plan.next()).toBeUndefined();
    if (sync) plan.done(sync, []);
    expect(plan.next()?.at).toEqual(minute(3));
  });

  it("puts an answer in its place in time, and leaves out what lies in the future", () => {
    const plan = agenda([released("ana", 1), released("bo", 5)], minute(9));
    const first = plan.next();
    if (first) plan.done(first, [released("ana", 4), released("ana", 12)]);
    expect([plan.next()?.at, plan.next()?.at, plan.next()]).toEqual([
      minute(4),
      minute(5),
      undefined,
    ]);
  });
});
