import { describe, expect, it } from "vitest";
import type { Activity } from "@/lib/intake/activities/activity";
import { DEFAULT_TRAIL_SETTINGS } from "../settings";
import { doubtful } from "./doubtful";
import { sift } from "./exclusions";

const now = new Date("2026-06-03T10:00:00Z");
const mail = { messageId: "m1", subject: "Cold chain", url: "https://a.example/x" };
const at = (seconds: number) => new Date(now.getTime() - 3_600_000 + seconds * 1_000);
const make = (id: string, kind: Activity["kind"], seconds: number, details: object) =>
  ({
    id,
    kind,
    occurredAt: at(seconds),
    details,
    userAgent: null,
    source: "t",
    product: null,
  }) as unknown as Activity;

const delivered = make("delivered", "email_delivered", 0, mail);
const clicked = make("clicked", "email_clicked", 2, mail);
const visit = (seconds: number) => make("visit", "page_viewed", seconds, { path: "/pricing" });
const doubtsIn = (activities: Activity[], settings = DEFAULT_TRAIL_SETTINGS) =>
  doubtful(sift(activities, settings, now), settings).map(({ id }) => id);

describe("X.6 what was left out but looks like a person's doing", () => {
  it("is a click with a scanner's timing that a visit followed within ten minutes", () => {
    expect(doubtsIn([delivered, clicked, visit(62)])).toEqual(["clicked"]);
    expect(doubtsIn([delivered, clicked, visit(602)])).toEqual(["clicked"]);
  });

  it("is not one without a visit, with one before it, or with one long after", () => {
    expect(doubtsIn([delivered, clicked])).toEqual([]);
    expect(doubtsIn([delivered, clicked, visit(1)])).toEqual([]);
    expect(doubtsIn([delivered, clicked, visit(603)])).toEqual([]);
  });

  it("is not one that a person left out or brought back", () => {
    const all = [delivered, clicked, visit(62)];
    expect(doubtsIn(all, { ...DEFAULT_TRAIL_SETTINGS, leftOutByHand: ["clicked"] })).toEqual([]);
    expect(doubtsIn(all, { ...DEFAULT_TRAIL_SETTINGS, broughtBack: ["clicked"] })).toEqual([]);
  });
});
