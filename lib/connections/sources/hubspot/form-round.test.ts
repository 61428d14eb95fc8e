import { describe, expect, it } from "vitest";
import { listed, looked, roundAt, unseenFrom } from "./form-round";

const now = new Date("2026-06-03T10:00:00Z");
const at = now.getTime();
const [A, B] = [
  { id: "a", name: "Demo" },
  { id: "b", name: "News" },
];

describe("K.1 a round through HubSpot's forms", () => {
  it("lists them all, looks through each, and knows the next time what was the newest", () => {
    const part = listed(roundAt(null, now), [A], "1");
    const whole = listed(part, [B], null);
    expect(whole.left).toEqual([A, B]);
    const first = looked(whole, [at - 1_000, at - 2_000], "50", now);
    expect(first).toMatchObject({ more: true, position: { token: "50", left: [A, B] } });
    const done = looked(first.position, [at - 9_000], null, now);
    expect(done.position).toMatchObject({ seen: { a: at - 1_000 }, left: [B], token: null });
    const end = looked(done.position, [], null, now);
    expect(end).toMatchObject({ more: false, until: now, position: { seen: { a: at - 1_000 } } });
    expect(roundAt(end.position, now).listing).toBe("");
  });

  it("stops at what was known before, with a little overlap", () => {
    const round = { ...listed(roundAt(null, now), [A], null), seen: { a: at - 600_000 } };
    expect(unseenFrom(round, A, now)).toBe(at - 900_000);
    const { position } = looked(round, [at - 1_000, at - 1_000_000], "50", now);
    expect(position).toMatchObject({ seen: { a: at - 1_000 }, left: [] });
  });

  it("looks once a day through all of a month, for what was handed in late", () => {
    const { position } = looked(listed(roundAt(null, now), [A], null), [at - 1_000], null, now);
    const soon = roundAt(position, new Date(at + 3_600_000));
    expect(unseenFrom(soon, A, now)).toBe(at - 301_000);
    const nextDay = new Date(at + 86_400_000);
    const far = listed(roundAt(position, nextDay), [A], null);
    expect(unseenFrom(far, A, nextDay)).toBe(nextDay.getTime() - 31 * 86_400_000);
    const end = looked(far, [at - 1_000], null, nextDay);
    const after = roundAt(end.position, new Date(nextDay.getTime() + 3_600_000));
    expect(unseenFrom(after, A, nextDay)).toBe(at - 301_000);
  });
});
