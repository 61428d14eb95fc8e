import { describe, expect, it } from "vitest";
import { isSameOrigin } from "./same-origin";

const ask = (headers: Record<string, string>, address?: string) =>
  isSameOrigin(new Headers({ host: "baton.example", ...headers }), address);

describe("a request that changes something comes from our own pages", () => {
  it("passes our own origin", () => {
    expect(ask({ origin: "https://baton.example", "sec-fetch-site": "same-origin" })).toBe(true);
    expect(ask({ origin: "https://baton.example" })).toBe(true);
    expect(ask({ "sec-fetch-site": "same-origin" })).toBe(true);
  });

  it.each<Record<string, string>>([
    { origin: "https://evil.example" },
    { origin: "https://baton.example", "sec-fetch-site": "cross-site" },
    { origin: "https://baton.example", "sec-fetch-site": "same-site" },
    { origin: "null" },
    {},
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  ])("refuses %j", (headers) => {
    expect(ask(headers)).toBe(false);
  });

  it("believes the configured address before the host that was asked", () => {
    expect(ask({ origin: "https://baton.example" }, "https://desk.example")).toBe(false);
    expect(ask({ origin: "https://desk.example" }, "https://desk.example")).toBe(true);
    expect(ask({ origin: "https://desk.example" }, "https://desk.example/baton/")).toBe(true);
    expect(ask({ origin: "https://desk.example" }, "https://desk.example:443")).toBe(true);
  });

  it("does not take an unencrypted page for ours where ours is encrypted", () => {
    expect(ask({ origin: "http://desk.example" }, "https://desk.example")).toBe(false);
    expect(ask({ origin: "https://desk.example:8443" }, "https://desk.example")).toBe(false);
  });
});
