import { describe, expect, it } from "vitest";
import { nextAddress, provenEmail } from "./sign-in";

describe("after signing in one goes on to a page of ours", () => {
  it.each([
    ["/leads/1?from=mail#since", "/leads/1?from=mail#since"],
    ["http://localhost:3000/audit?weeks=4", "/audit?weeks=4"],
    ["/queue/../audit", "/audit"],
    ["https://evil.example/queue", "/queue"],
    ["//evil.example/queue", "/queue"],
  ])("takes the way of %j", (given, address) => {
    expect(nextAddress(given)).toBe(address);
  });

  it.each([
    undefined,
    "",
    "/",
    "http://localhost:3000",
    "//evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    // Browsers drop tabs and line breaks before they read an address.
    "/\t/evil.example",
    "/\n/evil.example",
    "/.//evil.example",
    "/queue/..//evil.example",
    "https:///\t/evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "http://localhost:3000//evil.example",
    "/sign-in?next=%2Fsign-in",
    "/api/auth/signout",
  ])("goes nowhere with %j", (given) => {
    expect(nextAddress(given)).toBeNull();
  });
});

describe("an address proves somebody only where the provider does not doubt it", () => {
  it("takes an address that is verified, and one of a provider that verifies all of them", () => {
    expect(provenEmail({ sub: "1", email: "a@b.example", email_verified: true })).toBe(
      "a@b.example",
    );
    expect(provenEmail({ sub: "1", email: "a@b.example" })).toBe("a@b.example");
  });

  // Some providers send it as a text, against the standard.
  it.each([false, "false", "False", 0, null])("refuses one with email_verified %j", (verified) => {
    expect(provenEmail({ sub: "1", email: "a@b.example", email_verified: verified })).toBeNull();
  });

  it("refuses a person without an address", () => {
    expect(provenEmail({ sub: "1", email_verified: true })).toBeNull();
    expect(provenEmail({ sub: "1", email: "", email_verified: true })).toBeNull();
  });
});
