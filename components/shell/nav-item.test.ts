import { describe, expect, it } from "vitest";
import { currentHref } from "./nav-item";

const items = [
  {
    label: "Needs you",
    href: "/ops",
    views: [{ label: "To summarise", href: "/ops?show=summary" }],
  },
  { label: "Audit", href: "/audit" },
  { label: "Queue", href: "/queue", covers: "/leads" },
];
const current = (path: string, query = "") => currentHref(items, path, new URLSearchParams(query));

describe("currentHref", () => {
  it("finds a place from any page below it", () => {
    expect(current("/audit/7")).toBe("/audit");
  });

  it("prefers a view whose query is in force, also among other parameters", () => {
    expect(current("/ops", "page=2&show=summary")).toBe("/ops?show=summary");
    expect(current("/ops", "show=flagged")).toBe("/ops");
  });

  it("shows a page of another address as part of the place that covers it", () => {
    expect(current("/leads/7")).toBe("/queue");
  });

  it("does not take one word for the start of another", () => {
    expect(current("/auditors")).toBeUndefined();
  });
});
