import { describe, expect, it } from "vitest";
import { bestTime } from "@/lib/platform/testing/best-time";
import { phoneNumber } from "./phone";

describe("C1.5 a phone number in E.164, with its kind", () => {
  it.each([
    ["+47 412 34 567", undefined, "+4741234567", "mobile", "NO"],
    ["412 34 567", "NO", "+4741234567", "mobile", "NO"],
    ["0047 22 12 34 56", undefined, "+4722123456", "fixed", "NO"],
    ["tel:+44 (0)20 7946 0958", undefined, "+442079460958", "fixed", "GB"],
    ["(202) 456-1414", "us", "+12024561414", "fixed_or_mobile", "US"],
    ["+1 800 642 7676", "NO", "+18006427676", "toll_free", "US"],
    ["+800 2345 6789", undefined, "+80023456789", "toll_free", null],
    ["+44 56 0000 1234", undefined, "+445600001234", "voip", "GB"],
    ["1300 975 707", "AU", "+611300975707", "shared_cost", "AU"],
    ["+49 900 1 234 567", undefined, "+499001234567", "premium_rate", "DE"],
    ["+44 70 1234 5678", undefined, "+447012345678", "personal", "GB"],
    ["+44 55 1234 5678", undefined, "+445512345678", "company", "GB"],
    ["06 12 34 56 79", "FR", "+33612345679", "mobile", "FR"],
    ["+39 06 1234 5678", undefined, "+390612345678", "fixed", "IT"],
    ["+54 9 11 2345-6789", undefined, "+5491123456789", "mobile", "AR"],
    ["+47\u00A0412\u200B34567\u202C", undefined, "+4741234567", "mobile", "NO"],
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
    ["0000000", "US", "is one digit repeated"],
    ["+1 111 111 1111", undefined, "is one digit repeated"],
    ["1234567890", "US", "is made up: its digits stand in a row"],
    ["+1 (234) 567-890", "US", "is made up: its digits stand in a row"],
    ["123 456 789", "NO", "is made up: its digits stand in a row"],
    ["0987654321", "VN", "is made up: its digits stand in a row"],
    ["+1 202 555 0100", undefined, "is one of the numbers kept for films and examples"],
    ["(415) 555-0199", "US", "is one of the numbers kept for films and examples"],
    ["=1+1|cmd", "NO", "is not a phone number"],
    ["🚀", "NO", "is not a phone number"],
    [`+47${"1".repeat(40)}`, undefined, "has too many digits"],
  ])("refuses '%s' (from %s)", (text, from, reason) => {
    expect(phoneNumber(text, from)).toEqual({ ok: false, reason });
  });

  it("takes its neighbours outside of the films' numbers", () => {
    expect(phoneNumber("+1 202 555 0200")).toMatchObject({ ok: true });
  });

  it("reads 100 kB of anything in its stride", () => {
    const read = () => {
      for (const unit of ["1", "+47 ", "(", "ext. ", "\u202E", "٠"])
        expect(phoneNumber(unit.repeat(100_000 / unit.length), "NO").ok).toBe(false);
    };
    expect(bestTime(5, read)).toBeLessThan(500);
  });
});
