import { describe, expect, it } from "vitest";
import { ROLE_NAMES } from "@/lib/access/roles";
import { kindsOf, NOTICE_KIND_NAMES, NOTICE_KINDS, type NoticeKind } from "../kinds";
import { NOTHING_SET } from "../settings/quiet";
import { type Circumstances, fateOf } from "./fate";
import { MOST_TRIES, nextTry } from "./retry";

const now = new Date("2026-06-03T10:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const connection = { id: "c", paused: false, removed: false, readers: "the person" } as const;

const roleFor = (kind: NoticeKind) => NOTICE_KINDS[kind].roles[0];

function circumstances(kind: NoticeKind, rest: Partial<Circumstances> = {}): Circumstances {
  const choices = [{ kind, connectionId: "c" }];
  return {
    kind,
    at: ago(1),
    byRule: false,
    connection,
    person: { active: true, role: roleFor(kind), timeZone: "Europe/Berlin" },
    settings: { ...NOTHING_SET, choices },
    untried: true,
    same: true,
    ...rest,
  };
}
const fate = (kind: NoticeKind, rest: Partial<Circumstances> = {}) =>
  fateOf(circumstances(kind, rest), now);

/** Quiet in Berlin until 13:00, which is an hour from now. */
function quiet(kind: NoticeKind) {
  const { settings } = circumstances(kind);
  return fate(kind, { settings: { ...settings, quietFrom: 0, quietUntil: 13 * 60 } });
}

describe("a notice at the moment of sending", () => {
  it.each(NOTICE_KIND_NAMES)("is sent while it is true: %s", (kind) => {
    expect(fate(kind)).toEqual({ fate: "send" });
  });

  it.each([
    ["new_lead", "drop"],
    ["warning", "drop"],
    ["escalation", "drop"],
    ["rerouted_away", "send"],
    ["correction", "send"],
    ["field_wrong", "send"],
  ] as const)("is no news once somebody has answered: %s, %s", (kind, expected) => {
    expect(fate(kind, { untried: false }).fate).toBe(expected);
  });

  it.each([
    ["new_lead", "wait"],
    ["warning", "drop"],
    ["escalation", "wait"],
    ["rerouted_away", "wait"],
    ["correction", "wait"],
    ["field_wrong", "wait"],
  ] as const)("in quiet hours: %s, %s", (kind, expected) => {
    expect(quiet(kind).fate).toBe(expected);
  });

  it("waits for the end of quiet hours exactly", () => {
    expect(quiet("escalation")).toMatchObject({ until: new Date("2026-06-03T11:00:00Z") });
  });

  it("is not sent when it is too old to be news", () => {
    expect(fate("warning", { at: ago(61) }).fate).toBe("lapse");
    expect(fate("new_lead", { at: ago(61) }).fate).toBe("send");
    expect(fate("escalation", { at: ago(61) }).fate).toBe("send");
    expect(fate("escalation", { at: ago(25 * 60) }).fate).toBe("lapse");
  });

  it.each(["new_lead", "escalation", "rerouted_away", "correction"] as const)(
    "is kept over a quiet weekend, and sent when that ends: %s",
    (kind) => {
      const { settings } = circumstances(kind);
      const weekend = { ...settings, quietWeekends: true };
      const end = new Date("2026-06-07T22:00:00Z");
      const over = (at: string, then: Date) =>
        fateOf(circumstances(kind, { at: new Date(at), settings: weekend }), then);
      // Half past midnight on a Saturday in Berlin, and the evening before with a channel that was down.
      expect(over("2026-06-05T22:30:00Z", new Date("2026-06-05T22:30:00Z"))).toMatchObject({
        ...{ fate: "wait", until: end },
      });
      expect(over("2026-06-05T22:30:00Z", end)).toEqual({ fate: "send" });
      const aMinuteLater = new Date(end.getTime() + 60_000);
      expect(over("2026-06-05T20:00:00Z", aMinuteLater)).toEqual({ fate: "send" });
      expect(over("2026-06-05T22:30:00Z", new Date("2026-06-08T22:01:00Z")).fate).toBe("lapse");
    },
  );

  it("of a lead that moved on is news to managers while nobody has tried it", () => {
    expect(fate("new_lead", { same: false }).fate).toBe("drop");
    expect(fate("escalation", { same: false }).fate).toBe("send");
    expect(fate("escalation", { same: false, untried: false }).fate).toBe("drop");
  });

  it("is not sent to who switched it off, all of it, or left", () => {
    expect(fate("new_lead", { settings: NOTHING_SET }).fate).toBe("drop");
    const { settings } = circumstances("new_lead");
    expect(fate("new_lead", { settings: { ...settings, off: true } }).fate).toBe("drop");
    expect(fate("new_lead", { person: { active: false, role: "rep", timeZone: "UTC" } }).fate).toBe(
      "drop",
    );
  });

  it.each(NOTICE_KIND_NAMES)("is not sent to who has another role by now: %s", (kind) => {
    const others = ROLE_NAMES.filter((role) => !kindsOf(role).includes(kind));
    const fates = (rest: Partial<Circumstances>) =>
      others.map((role) =>
        fate(kind, { person: { active: true, role, timeZone: "UTC" }, ...rest }),
      );
    expect(fates({})).toEqual(others.map(() => expect.objectContaining({ fate: "drop" })));
    expect(fates({ byRule: true })).toEqual(fates({}));
    const room = { ...connection, readers: "a room" } as const;
    expect(fates({ byRule: true, connection: room })).toEqual(others.map(() => ({ fate: "send" })));
  });

  it("is sent by a rule whatever was chosen, but for the person's quiet hours", () => {
    const byRule = { byRule: true, settings: { ...NOTHING_SET, off: true } };
    expect(fate("escalation", byRule)).toEqual({ fate: "send" });
    const night = { ...byRule.settings, quietFrom: 0, quietUntil: 13 * 60 };
    expect(fate("escalation", { byRule: true, settings: night }).fate).toBe("wait");
    const room = { ...connection, readers: "a room" } as const;
    expect(fate("escalation", { byRule: true, settings: night, connection: room }).fate).toBe(
      "send",
    );
  });

  it("waits while its connection is paused, and is dropped with it", () => {
    expect(fate("new_lead", { connection: { ...connection, paused: true } }).fate).toBe("wait");
    expect(fate("new_lead", { connection: { ...connection, removed: true } }).fate).toBe("drop");
  });
});

describe("the next try", () => {
  it("comes later each time, and at last no more", () => {
    const waits = Array.from({ length: MOST_TRIES }, (_, index) =>
      nextTry(index + 1, now, undefined),
    );
    const seconds = waits.map((at) => at && (at.getTime() - now.getTime()) / 1_000);
    expect(seconds).toEqual([10, 30, 90, 300, 900, null]);
  });

  it("comes no sooner than the other side wishes", () => {
    expect(nextTry(1, now, 120)).toEqual(new Date("2026-06-03T10:02:00Z"));
    expect(nextTry(4, now, 1)).toEqual(new Date("2026-06-03T10:05:00Z"));
  });
});
