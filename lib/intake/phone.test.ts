import { describe, expect, it } from "vitest";
import { phoneNumber } from "./phone";

describe("C1.5 a phone number in E.164, with its kind", () => {
  it.each([
    ["+47 412 34 567", undefined, "+4741234567", "mobile", "NO"],
    ["412 34 567", "NO", "+4741234567", "mobile", "NO"],
    ["0047 22 12 34 56", undefined, "+4722123456", "fixed", "NO"],
    ["tel:+44 (0)20 7946 0958", undefined, "+442079460958", "fixed", "GB"],
    ["(202) 555-0123", "us", "+12025550123", "fixed_or_mobile", "US"],
    ["+1 800 555 0199", "NO", "+18005550199", "toll_free", "US"],
    ["+800 1234 5678", undefined, "+80012345678", "toll_free", null],
    ["٠١٠٠٠٠٠٠٠٠١", "EG", "+201000000001", "mobile", "EG"],
  ])("reads %s (from %s) as %s, %s", (text, from, e164, kind, country) => {
    expect(phoneNumber(text, from)).toMatchObject({ ok: true, e164, kind, country });
  });

  it("keeps the extension apart and writes the number for a person", () => {
    const answer = phoneNumber("+47 22 12 34 56 ext. 12");
    expect(answer).toMatchObject({ international: "+47 22 12 34 56 ext. 12", extension: "12" });
  });

  it.each([
    ["", undefined, "is empty"],
    ["412 34 567", undefined, "has no country code, and the lead's country is not known"],
    ["412 34 567", "XX", "has no country code, and the lead's country is not known"],
    ["call me", "NO", "is not a phone number"],
    ["+47 12", undefined, "is not in use as a number in any country"],
    ["+47 00 12 34 56", undefined, "is not in use as a number in NO"],
    ["+999 1234 5678", "NO", "has a country code that does not exist"],
    ["0000000000", "NO", "is one digit repeated"],
    [`+47${"1".repeat(40)}`, undefined, "has too many digits"],
  ])("refuses '%s' (from %s)", (text, from, reason) => {
    expect(phoneNumber(text, from)).toEqual({ ok: false, reason });
  });
});
