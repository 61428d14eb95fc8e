import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, FAILURE_CAUSES, type FailureCause } from "../provider";
import { afterAnswer, breakerOf, FAILURES_TO_OPEN, HEALTHY, type Health } from "./breaker";

const now = new Date("2026-06-03T10:00:00Z");
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const failed = (cause: FailureCause, retryAfterSeconds?: number): Answer => ({
  answer: "failed",
  words: "It failed.",
  cause,
  ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
});
const noMatch: Answer = { answer: "no_match", words: "Does not know them." };
const all = (answers: Answer[], at = now) =>
  answers.reduce<Health>((health, answer) => afterAnswer(health, answer, at), HEALTHY);
const times = (count: number) => Array.from({ length: count }, () => failed("unreachable"));

describe("G.2 a provider's breaker", () => {
  it("stays closed below three failures in a row", () => {
    expect(breakerOf(all(times(2)), now)).toBe("closed");
    expect(breakerOf(all([...times(2), noMatch, ...times(2)]), now)).toBe("closed");
  });

  it("opens at the third for half a minute, then lets one trial through", () => {
    const health = all(times(3));
    expect(breakerOf(health, inSeconds(29))).toBe("open");
    expect(breakerOf(health, inSeconds(30))).toBe("half open");
  });

  it("stays open twice as long after each trial that failed, half an hour at most", () => {
    const open = (count: number) => (all(times(count)).openUntil?.getTime() ?? 0) - now.getTime();
    expect([3, 4, 5, 6].map(open)).toEqual([30_000, 60_000, 120_000, 240_000]);
    expect(open(50)).toBe(30 * 60_000);
  });

  it("closes with the first answer", () => {
    const health = all([...times(5), noMatch]);
    expect(health).toMatchObject({ failuresInARow: 0, openUntil: null, lastSuccessAt: now });
  });

  it("opens at once for as long as a rate limit says", () => {
    const health = all([failed("rate_limited", 90)]);
    expect(breakerOf(health, inSeconds(89))).toBe("open");
    expect(breakerOf(health, inSeconds(90))).toBe("half open");
  });

  it.each([3_600, 7_200, 86_400])("opens for as long as it says, also for %i s", (wish) => {
    const health = all([failed("rate_limited", wish)]);
    expect(breakerOf(health, inSeconds(wish - 1))).toBe("open");
    expect(breakerOf(health, inSeconds(wish))).toBe("half open");
  });

  it("stays open that long, though questions that were under way fail sooner", () => {
    const health = all([failed("rate_limited", 7_200), ...times(2), failed("rate_limited", 60)]);
    expect(breakerOf(health, inSeconds(7_199))).toBe("open");
  });

  it.each(["refused", "unreadable"] as const)(
    "does not open for one question that was %s",
    (cause) => {
      const health = all(Array.from({ length: 9 }, () => failed(cause)));
      expect(breakerOf(health, now)).toBe("closed");
      expect(health).toMatchObject({ lastCause: cause, lastWords: "It failed." });
    },
  );

  it("keeps the credits a provider told last", () => {
    expect(all([{ ...noMatch, creditsLeft: 40 }, noMatch])).toMatchObject({ creditsLeft: 40 });
  });

  it("is never open without a failure, nor closed after three of the provider's own", () => {
    const anyAnswer = fc.oneof(
      fc.constant(noMatch),
      fc.constantFrom(...FAILURE_CAUSES).map((cause) => failed(cause)),
    );
    fc.assert(
      fc.property(fc.array(anyAnswer), (answers) => {
        const health = all(answers);
        const open = breakerOf(health, now) === "open";
        expect(open).toBe(health.failuresInARow >= FAILURES_TO_OPEN);
      }),
    );
  });
});
