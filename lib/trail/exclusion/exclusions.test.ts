import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Activity } from "@/lib/intake/activities/activity";
import { DEFAULT_TRAIL_SETTINGS, type TrailSettings } from "../settings";
import { activities, shuffled } from "../testing/arbitrary-activities";
import { did, download, form, mail, NOW, page } from "../testing/story";
import { exclusionLabel, sift } from "./exclusions";

const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36";
const SECOND_IN_DAYS = 1 / 86_400;
const looked = page(2, "/pricing");

const siftWith = (list: readonly Activity[], settings: Partial<TrailSettings> = {}) =>
  sift(list, { ...DEFAULT_TRAIL_SETTINGS, ...settings }, NOW);
/** The rule that leaves an activity out beside one that stays, or 'kept'. */
const verdict = (
  activity: Activity,
  settings: Partial<TrailSettings> = {},
  beside: Activity[] = [],
) =>
  siftWith([looked, ...beside, activity], settings).leftOut.find(
    (left) => left.activity.id === activity.id,
  )?.rule ?? "kept";

describe("X.1 what is too old", () => {
  it("keeps a download of 90 days ago and leaves out an older one", () => {
    expect(verdict(download(90, "ROI Calculator"))).toBe("kept");
    expect(verdict(download(90.001, "ROI Calculator"), {}, [download(60, "Guide")])).toBe(
      "too_old",
    );
  });

  it("C3.1 C3.3 keeps pages and email for 30 days only", () => {
    expect(verdict(page(30, "/security"))).toBe("kept");
    expect(verdict(page(30.001, "/security"))).toBe("old_page_or_mail");
    expect(verdict(mail(31, "clicked", "October pricing"))).toBe("old_page_or_mail");
  });

  it("flags a lead that went quiet for 90 days and came back, and shows the older part apart", () => {
    const sheet = download(150, "ROI sheet");
    const { reEngaged, leftOut, kept } = siftWith([sheet, page(3, "/compare/acme")]);
    expect(reEngaged).toBe(true);
    expect(leftOut).toEqual([{ activity: sheet, rule: "before_the_return" }]);
    expect(kept).toHaveLength(1);
  });

  it("X.5 does not take an opened mail for a return, nor for activity in the quiet time", () => {
    const sheet = download(150, "ROI sheet");
    expect(siftWith([sheet, mail(3, "opened", "News")]).reEngaged).toBe(false);
    expect(siftWith([page(93, "/pricing"), page(3, "/pricing")]).reEngaged).toBe(true);
    expect(siftWith([page(92.9, "/pricing"), page(3, "/pricing")]).reEngaged).toBe(false);
    const through = [sheet, mail(100, "opened", "News"), mail(60, "opened", "News"), looked];
    expect(siftWith(through).reEngaged).toBe(true);
  });

  it("does not flag a lead that was never quiet for so long", () => {
    expect(siftWith([download(150, "ROI sheet"), download(80, "Guide"), looked]).reEngaged).toBe(
      false,
    );
  });
});

describe("X.2 another product", () => {
  it("leaves out a form for a product that the lead does not evaluate, in any case of letters", () => {
    const fill = form(1, "Contact", {}, { product: "Payroll" });
    expect(verdict(fill, { products: ["Freight"] })).toBe("other_product");
    expect(verdict(fill, { products: ["payroll"] })).toBe("kept");
  });

  it("leaves nothing out while it is not known what the lead evaluates, or what it was about", () => {
    expect(verdict(form(1, "Contact", {}, { product: "Payroll" }))).toBe("kept");
    expect(verdict(form(1, "Contact"), { products: ["Freight"] })).toBe("kept");
  });
});

describe("X.3 machines, tests and ourselves", () => {
  it.each([
    ["Googlebot/2.1 (+http://www.google.com/bot.html)", "bot"],
    ["Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/141.0", "bot"],
    ["Mozilla/5.0 (compatible; Barracuda Sentinel)", "mail_gateway"],
    ["Mozilla/5.0 Mimecast URL Protect", "mail_gateway"],
    [CHROME, "kept"],
  ])("judges the user agent %s: %s", (userAgent, expected) => {
    expect(verdict(page(1, "/security", 5, { userAgent }))).toBe(expected);
  });

  it("takes a click within seconds of delivery for a scanner's, and a later one for a person's", () => {
    const sent = mail(2, "delivered", "October pricing");
    const scanned = mail(2 - 4 * SECOND_IN_DAYS, "clicked", "October pricing", "/pricing");
    const clicked = mail(2 - 60 * SECOND_IN_DAYS, "clicked", "October pricing", "/pricing");
    expect(verdict(scanned, {}, [sent])).toBe("link_scanner");
    expect(verdict(clicked, {}, [sent])).toBe("kept");
  });

  it("takes different links of one mail within a second for a scanner's, whichever came first", () => {
    const first = mail(1, "clicked", "News", "/a", { id: "first" });
    const again = mail(1 - 0.4 * SECOND_IN_DAYS, "clicked", "News", "/a", { id: "again" });
    const other = mail(1 - 0.9 * SECOND_IN_DAYS, "clicked", "News", "/b", { id: "other" });
    const later = mail(1 - 9 * SECOND_IN_DAYS, "clicked", "News", "/c", { id: "later" });
    const { leftOut } = siftWith([later, other, looked, again, first]);
    expect(leftOut.map(({ activity }) => activity.id).sort()).toEqual(["again", "first", "other"]);
  });

  it("takes a double click on one link for a person's", () => {
    const first = mail(1, "clicked", "News", "/a", { id: "first" });
    const again = mail(1 - 0.4 * SECOND_IN_DAYS, "clicked", "News", "/a", { id: "again" });
    expect(siftWith([first, again]).leftOut).toEqual([]);
  });

  it.each([
    ["a field that says test", { name: "Test" }, "test_submission"],
    ["a test mailbox", { email: "qa+test@nordlys.example" }, "test_submission"],
    ["somebody whose name begins so", { name: "Testarossa" }, "kept"],
    ["our own address", { email: "me@mail.baton.example" }, "own_staff"],
    ["a domain that merely ends like ours", { email: "me@notbaton.example" }, "kept"],
  ])("judges a form with %s", (_what, fields, expected) => {
    expect(verdict(form(1, "Contact", fields), { ownDomains: ["Baton.example"] })).toBe(expected);
  });

  it("leaves out everything that one of us does", () => {
    const ours = { ownDomains: ["baton.example"], leadEmail: "mia@baton.example" };
    expect(siftWith([looked], ours).kept).toEqual([]);
  });
});

describe("X.4 to X.6", () => {
  it("X.4 leaves out our own sales activity", () => {
    expect(verdict(did(1, "sales_activity", { text: "Left a voicemail" }))).toBe("internal_sales");
  });

  it("X.5 shows an open beside what the lead did, and leaves it out where it did nothing", () => {
    const open = mail(1, "opened", "News");
    expect(siftWith([open, looked]).kept).toContain(open);
    expect(siftWith([open]).leftOut).toEqual([{ activity: open, rule: "passive" }]);
    expect(exclusionLabel("passive")).toBe("Only sent or opened");
  });

  it("X.6 lets a person bring an activity back, and leave one out", () => {
    const old = download(200, "Guide");
    const settings = { broughtBack: [old.id], leftOutByHand: [looked.id] };
    const { kept, leftOut } = siftWith([old, looked], settings);
    expect(kept).toEqual([old]);
    expect(leftOut).toEqual([{ activity: looked, rule: "by_hand" }]);
  });

  it("X.6 loses nothing: every activity is kept or left out, once", () => {
    fc.assert(
      fc.property(activities(), (list) => {
        const { kept, leftOut } = siftWith(list);
        const ids = [...kept, ...leftOut.map(({ activity }) => activity)].map(({ id }) => id);
        expect(ids.sort()).toEqual(list.map(({ id }) => id).sort());
      }),
    );
  });

  it("gives the same whatever order the activities come in", () => {
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(siftWith(other)).toEqual(siftWith(list));
      }),
    );
  });
});
