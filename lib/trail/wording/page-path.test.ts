import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparedWith, highIntent, isPassage, pagePath } from "./page-path";

describe("C3.7 high-intent pages", () => {
  it.each([
    ["/pricing", "pricing"],
    ["https://x.example/de/Preise?plan=pro", "pricing"],
    ["/integrations/sap", "integrations"],
    ["/trust-center/soc2", "security"],
    ["/blog/security", null],
    ["/enterprise-pricing-explained", null],
    ["/", null],
  ])("takes %s for %s", (path, theme) => {
    expect(highIntent(path)).toBe(theme);
  });
});

describe("C3.1 a page's path", () => {
  it.each([
    ["https://x.example", "/"],
    ["/docs/index.html", "/docs"],
    ["pricing/", "/pricing"],
    ["//pricing//eu/", "/pricing/eu"],
  ])("makes %s to %s", (address, path) => {
    expect(pagePath(address)).toBe(path);
  });

  it("stays what it is when taken twice", () => {
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        expect(pagePath(pagePath(url))).toBe(pagePath(url));
      }),
    );
  });

  it("knows the pages that nobody reads for their content", () => {
    expect(["/", "/login", "/en/privacy", "/careers/7"].every(isPassage)).toBe(true);
    expect(isPassage("/pricing")).toBe(false);
  });
});

describe("C3.1 one page in many languages", () => {
  it.each([
    ["/en-gb/pricing", "/pricing"],
    ["/de/preise", "/preise"],
    ["/de", "/"],
    ["/dev/docs", "/dev/docs"],
    ["/plans", "/plans"],
  ])("%s is %s", (address, path) => {
    expect(pagePath(address)).toBe(path);
  });

  it("C3.6 finds the rival in one segment, and not in a post", () => {
    expect(comparedWith("/baton-vs-acme-cloud")).toBe("Acme Cloud");
    expect(comparedWith("/acme-alternatives")).toBe("Acme");
    expect(comparedWith("/blog/tea-vs-coffee")).toBeNull();
  });
});
