import { describe, expect, it } from "vitest";
import type { Activity } from "@/lib/intake/activities/activity";
import { DEFAULT_TRAIL_SETTINGS } from "../settings";
import { mail } from "../testing/story";
import { linkScanner } from "./link-scanner";

const SECONDS = 1 / 86_400;
/** Days before now, `seconds` after the mail went out a day ago. */
const past = (seconds: number) => 1 - seconds * SECONDS;
const sent = mail(1, "delivered", "Offer");
const click = (seconds: number, url: string, subject = "Offer") =>
  mail(past(seconds), "clicked", subject, url);

function leftOut(activities: Activity[], settings = DEFAULT_TRAIL_SETTINGS): string[] {
  const inTime = activities.toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
  return inTime.filter(linkScanner.judge(inTime, settings)).map(({ id }) => id);
}

describe("X.3 link scanners, by timing", () => {
  it("a click within seconds of delivery is one; the person's own, minutes later, is not", () => {
    const [machine, person] = [click(4, "/a"), click(340, "/a")];
    expect(leftOut([sent, machine, person])).toEqual([machine.id]);
  });

  it("every link of one mail within a second is one, long after delivery too", () => {
    const burst = [click(4_000, "/a"), click(4_000.3, "/b"), click(4_000.9, "/c")];
    expect(leftOut([sent, ...burst])).toEqual(burst.map(({ id }) => id));
  });

  it("a double click on one link, or links of two mails, is not", () => {
    expect(leftOut([sent, click(900, "/a"), click(900.4, "/a")])).toEqual([]);
    expect(leftOut([sent, click(900, "/a"), click(900.4, "/b", "Newsletter")])).toEqual([]);
  });

  it("an open at the moment of delivery is one, and a delivery itself never", () => {
    const open = mail(past(1), "opened", "Offer");
    expect(leftOut([sent, open])).toEqual([open.id]);
  });

  it("the seconds are settings", () => {
    const slow = click(30, "/a");
    expect(leftOut([sent, slow])).toEqual([]);
    const settings = { ...DEFAULT_TRAIL_SETTINGS, scannerSeconds: 45 };
    expect(leftOut([sent, slow], settings)).toEqual([slow.id]);
  });

  it("a click between two deliveries, or from before the only one, is a person's", () => {
    const again = mail(past(7_200), "delivered", "Offer");
    expect(leftOut([sent, click(900, "/a"), again])).toEqual([]);
    expect(leftOut([click(-3, "/a"), sent])).toEqual([]);
  });

  it("counts from the latest delivery where a mail was sent again", () => {
    const again = mail(past(600), "delivered", "Offer");
    const machine = click(603, "/a");
    expect(leftOut([sent, again, machine])).toEqual([machine.id]);
  });
});
