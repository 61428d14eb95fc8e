import { describe, expect, it } from "vitest";
import type { Activity } from "@/lib/intake/activities/activity";
import { DEFAULT_TRAIL_SETTINGS } from "../settings";
import { attended, download, mail, NOW, page } from "../testing/story";
import { oldPageOrMail } from "./kind-window";

const leavesOut = (activity: Activity, settings = DEFAULT_TRAIL_SETTINGS) =>
  oldPageOrMail.judge([activity], settings, NOW)(activity);

describe("C3.1, C3.3 windows by kind", () => {
  it("pages and email go out of date after 30 days, to the millisecond, the rest does not", () => {
    expect(leavesOut(page(30, "/pricing"))).toBe(false);
    expect(leavesOut(page(30.001, "/pricing"))).toBe(true);
    expect(leavesOut(mail(31, "clicked", "Offer", "/a"))).toBe(true);
    expect(leavesOut(download(80, "Security pack"))).toBe(false);
  });

  it("each kind's window is a setting, and so are the words", () => {
    const settings = { ...DEFAULT_TRAIL_SETTINGS, windows: { pages: 14, email: 14, events: 60 } };
    expect(leavesOut(page(15, "/pricing"), settings)).toBe(true);
    expect(leavesOut(attended(61, "Fair"), settings)).toBe(true);
    expect(oldPageOrMail.label(settings)).toBe(
      "Pages and email older than 14 days, events than 60",
    );
    expect(oldPageOrMail.label(DEFAULT_TRAIL_SETTINGS)).toBe("Pages and email older than 30 days");
  });
});
