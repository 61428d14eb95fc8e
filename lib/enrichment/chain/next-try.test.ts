import { describe, expect, it } from "vitest";
import type { Answer } from "../provider";
import { aStep } from "../testing/steps";
import type { Asked } from "./chain";
import { nextTryAfter, nextTryAt } from "./next-try";

const now = new Date("2026-06-03T10:00:00Z");
const minutes = (at: Date | null) => at && (at.getTime() - now.getTime()) / 60_000;

describe("G.2 a lead that stays short is tried again", () => {
  it("after ever longer pauses, then daily", () => {
    expect([1, 2, 3, 4, 5, 6, 18].map((tries) => minutes(nextTryAt(tries, now)))).toEqual([
      1, 5, 30, 120, 480, 1_440, 1_440,
    ]);
  });

  it("until two weeks have passed", () => {
    expect(nextTryAt(19, now)).toBeNull();
    let at: Date | null = now;
    let last = now;
    for (let tries = 1; at; tries++) {
      last = at;
      at = nextTryAt(tries, at);
    }
    const days = (last.getTime() - now.getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(13);
    expect(days).toBeLessThanOrEqual(14);
  });

  it("sooner or later where every provider said when, at the soonest of them", () => {
    expect(minutes(nextTryAt(3, now, [600, 120]))).toBe(2);
    expect(minutes(nextTryAt(1, now, [600]))).toBe(10);
    expect(minutes(nextTryAt(1, now, [600, undefined]))).toBe(1);
  });
});

const apollo = aStep("Apollo");
const asked = (answer: Answer, step = apollo): Asked => ({
  step,
  answer,
  kept: false,
  tookMs: 1,
  at: now,
});
const failed: Answer = { answer: "failed", cause: "unreachable", words: "Down." };
const noMatch: Answer = { answer: "no_match", words: "Unknown." };
const nothing: Answer = { answer: "nothing_to_ask", words: "No address." };
const next = (run: Asked[], holds = ["C1.2" as const], steps = [apollo]) =>
  minutes(nextTryAfter({ asked: run, steps }, holds, 1, now));

describe("G.2 after the chain ran", () => {
  it("soon, where a provider could not answer", () => {
    expect(next([asked(failed)])).toBe(1);
    expect(next([asked({ answer: "skipped", words: "Resting." })])).toBe(1);
  });

  it("no sooner than the clear answers are kept", () => {
    expect(next([asked(noMatch)])).toBe(30 * 24 * 60);
    expect(next([asked(noMatch, aStep("Directory", { cacheDays: 0 }))])).toBe(24 * 60);
  });

  it("never, where no step could fill what is missing", () => {
    expect(minutes(nextTryAfter({ asked: [], steps: [apollo] }, ["C2.5"], 1, now))).toBeNull();
    expect(minutes(nextTryAfter({ asked: [], steps: [] }, ["C1.2"], 1, now))).toBeNull();
  });

  it("never, where nobody has anything to be asked by", () => {
    expect(next([asked(nothing)])).toBeNull();
  });
});
