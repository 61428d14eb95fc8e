import { describe, expect, it } from "vitest";
import type { Activity } from "@/lib/intake/activities/activity";
import { DEFAULT_TRAIL_SETTINGS, type TrailSettings } from "../settings";
import { form, page } from "../testing/story";
import { otherProduct } from "./other-product";

const settings: TrailSettings = {
  ...DEFAULT_TRAIL_SETTINGS,
  products: ["Platform"],
  otherProducts: ["Energy", "Baton Insights"],
  otherPaths: ["/energy/", "/careers"],
};
const leavesOut = (activity: Activity, given = settings) =>
  otherProduct.judge([activity], given)(activity);

describe("X.2 other products and business units", () => {
  it.each([
    ["a page tagged with another product", page(1, "/pricing", 5, { product: "Insights" })],
    ["a page of another product", page(1, "/energy/pricing")],
    ["the front page of another unit", page(1, "/Careers")],
    ["its page with a campaign's query", page(1, "/energy?utm_source=ads")],
    ["its page by its whole address", page(1, "https://www.baton.example/energy/pricing#plans")],
    ["its page in another language", page(1, "/de/energy/pricing")],
    ["a form of another product", form(1, "Energy: ask for a quote")],
    ["a form answered with others only", form(1, "Contact", { Product: "Energy; Baton Insights" })],
  ])("%s is left out", (_, activity) => {
    expect(leavesOut(activity)).toBe(true);
  });

  it.each([
    ["a page of ours", page(1, "/pricing", 5, { product: " platform " })],
    ["a page that begins alike", page(1, "/energy-saving")],
    ["a page whose query only names it", page(1, "/pricing?from=/energy/")],
    ["a form whose name only holds the word", form(1, "Energyzer survey")],
    ["a form answered with ours too", form(1, "Contact", { Product: "Platform, Energy" })],
    ["a form about it in a sentence", form(1, "Contact", { Message: "We are in energy" })],
  ])("%s is kept", (_, activity) => {
    expect(leavesOut(activity)).toBe(false);
  });

  it("leaves out a unit whose pages begin with a language", () => {
    const given = { ...settings, otherPaths: ["/de/"] };
    expect(leavesOut(page(1, "/de/preise"), given)).toBe(true);
    expect(leavesOut(page(1, "/pricing"), given)).toBe(false);
  });

  it("leaves nothing out where no product is named", () => {
    const tagged = page(1, "/pricing", 5, { product: "Insights" });
    expect(leavesOut(tagged, DEFAULT_TRAIL_SETTINGS)).toBe(false);
  });

  it("leaves out a tag that is named as another, where ours are not", () => {
    const given = { ...DEFAULT_TRAIL_SETTINGS, otherProducts: ["Energy"] };
    expect(leavesOut(page(1, "/pricing", 5, { product: "energy" }), given)).toBe(true);
  });
});
