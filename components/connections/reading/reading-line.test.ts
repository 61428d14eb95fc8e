import { describe, expect, it } from "vitest";
import type { Reading } from "@/lib/connections/sources/reading";
import { readingLine, readingStanding } from "./reading-line";

const now = new Date("2026-06-03T10:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const reader = { locale: "en-GB", timeZone: "Europe/Oslo" };
const reading = (more: Partial<Reading> = {}): Reading => ({
  ...{ stream: "pages", holds: "page views", dueAt: now, restsUntil: null, caughtUpAt: ago(99) },
  ...{ readUntil: ago(3), readAt: ago(3), taken: 1204, refused: 0, words: null, wordsAt: null },
  ...{
    cause: null,
    failure: null,
    failedAt: null,
    failures: 0,
    changed: 0,
    behind: null,
    unread: [],
  },
  ...more,
});
const standing = (more: Partial<Reading>) => readingLine(reading(more), reader, now).standing;

describe("K.5 how far a system has been read, in words", () => {
  it("says since when nothing is missing, and what is still to be read back", () => {
    expect(standing({})).toEqual({
      word: "Up to date",
      tone: "good",
      detail: "Read to 3 min ago.",
    });
    expect(standing({ changed: 2 }).detail).toBe("Read to 3 min ago. 2 to be read back.");
    expect(standing({ readAt: null }).word).toBe("Not read yet");
    expect(standing({ caughtUpAt: null }).word).toBe("Reading what was there before");
  });

  it("says how far back it has come beside what happens now, and when it goes on", () => {
    const backTo = new Date("2026-05-04T10:00:00Z");
    const behind = { backTo, restsUntil: new Date("2026-06-04T06:00:00Z") };
    expect(standing({ caughtUpAt: null, behind }).detail).toBe(
      "Last page 3 min ago. Read back to 4 May. Its share of today’s calls is used up: it continues on Thu at 08:00. What happens now is read meanwhile.",
    );
    expect(standing({ caughtUpAt: null, behind: { backTo, restsUntil: ago(1) } }).detail).toBe(
      "Last page 3 min ago. Read back to 4 May.",
    );
  });

  it("says what stopped it, and when it is tried again", () => {
    const failure = "Needs the scope event-detail-read.";
    const restsUntil = new Date("2026-06-03T10:30:00Z");
    expect(standing({ failure, restsUntil }).detail).toBe(`${failure} Tried again at 12:30.`);
    const more = { failure, restsUntil, failures: 2, failedAt: ago(300) };
    expect(standing(more).detail).toBe(
      `${failure} First failed 5 hours ago. Tried again at 12:30.`,
    );
  });

  it("names what is not given while the rest is read, and no more of it than can be read", () => {
    const some = ["submissions of “Chat” (404)"];
    expect(standing({ unread: some })).toEqual({
      word: "Read in part",
      tone: "calm",
      detail:
        "Read to 3 min ago. Not given: submissions of “Chat” (404). Asked for again each time.",
    });
    expect(standing({ unread: [..."abcde"] }).detail).toContain("Not given: a, b, c and 2 more.");
    const whole = readingStanding([reading(), reading({ unread: some })], reader, now);
    expect(whole).toMatchObject({ word: "Page views in part", tone: "calm" });
  });

  it("counts what came and what could not be read", () => {
    const line = readingLine(
      reading({ refused: 3, words: "2 leads", wordsAt: ago(5) }),
      reader,
      now,
    );
    expect(line).toMatchObject({
      ...{ name: "Page views", total: "1,204 taken in, 3 not readable" },
      came: "2 leads, 5 min ago",
    });
  });

  it("is as its worst stream", () => {
    const contacts = reading({ holds: "contacts" });
    const bad = reading({ failure: "Was asked too often (429)." });
    expect(readingStanding([], reader, now)).toBeNull();
    expect(readingStanding([contacts], reader, now)).toMatchObject({ tone: "good" });
    expect(readingStanding([contacts, bad], reader, now)).toMatchObject({ word: "No page views" });
    expect(readingStanding([bad], reader, now)).toMatchObject({ word: "Failing", tone: "bad" });
  });
});
