import { describe, expect, it } from "vitest";
import { emailAddress } from "./email";
import { mailLink } from "./mail-link";

describe("C1.4 writing to an address", () => {
  it.each([
    "ada.berg@nordlys.example",
    "ada+trial@nordlys.example",
    "ada?bcc=spy%40evil.example&x=@nordlys.example",
    "a#b/c&d@nordlys.example",
    "jøran@nordlys.example",
  ])("writes to it alone, whatever stands in it: %s", (typed) => {
    const read = emailAddress(typed);
    const address = read.ok ? read.address : "";
    const { protocol, pathname, search, hash } = new URL(mailLink(address));
    expect([protocol, search, hash]).toEqual(["mailto:", "", ""]);
    expect(decodeURIComponent(pathname)).toBe(address);
  });

  it("leaves a usual one as it is written", () => {
    expect(mailLink("ada.berg-x_1@nordlys.example")).toBe("mailto:ada.berg-x_1@nordlys.example");
  });
});
