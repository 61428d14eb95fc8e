import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emailAddress } from "./email";

const flags = (text: string) => {
  const answer = emailAddress(text);
  if (!answer.ok) return answer.reason;
  const { role, freeMail, disposable } = answer;
  return [role && "role", freeMail && "free", disposable && "disposable"].filter(Boolean).join(" ");
};

describe("C1.4 an email address by its syntax", () => {
  it.each([
    ["Ingrid.Solberg@Nordlys.Example", "ingrid.solberg@nordlys.example"],
    [" ingrid+demo@nordlys.example\n", "ingrid+demo@nordlys.example"],
    ["mailto:ingrid@nordlys.example", "ingrid@nordlys.example"],
    ["o'brien@a-b.co.uk", "o'brien@a-b.co.uk"],
    ["jörg@bücher.example", "jörg@xn--bcher-kva.example"],
    ["用户@例子.广告", "用户@xn--fsqu00a.xn--4rr70v"],
    ["ingrid\u200B@nordlys.example", "ingrid@nordlys.example"],
    ["x@ＮＯＲＤＬＹＳ.example", "x@nordlys.example"],
  ])("reads %s as %s", (text, address) => {
    const answer = emailAddress(text);
    expect(answer).toMatchObject({ ok: true, address, domain: address.split("@")[1] });
  });

  it.each([
    ["", "is empty"],
    ["ingrid", "has no @"],
    ["@nordlys.example", "has nothing before the @"],
    ["a@b@nordlys.example", "has more than one @"],
    ["a..b@nordlys.example", "has a dot too many before the @"],
    [".a@nordlys.example", "has a dot too many before the @"],
    ["a b@nordlys.example", "has a character before the @ that an address cannot have"],
    ['"a b"@nordlys.example', "has a character before the @ that an address cannot have"],
    ["Ingrid <ingrid@nordlys.example>", "has a character before the @ that an address cannot have"],
    ["a@nordlys", "has a domain that cannot exist after the @"],
    ["a@nordlys..example", "has a domain that cannot exist after the @"],
    ["a@-nordlys.example", "has a domain that cannot exist after the @"],
    ["a@nord_lys.example", "has a domain that cannot exist after the @"],
    ["a@127.0.0.1", "has a domain that cannot exist after the @"],
    ["a@[127.0.0.1]", "has a domain that cannot exist after the @"],
    ["a@nordlys.example:25", "has a domain that cannot exist after the @"],
    ["a@nordlys.123", "has a domain that cannot exist after the @"],
    ["a@", "has a domain that cannot exist after the @"],
    [`${"a".repeat(65)}@nordlys.example`, "has more than 64 characters before the @"],
    [
      `a@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(60)}.${"f".repeat(20)}.no`,
      "has a domain that cannot exist after the @",
    ],
  ])("refuses %s", (text, reason) => {
    expect(emailAddress(text)).toEqual({ ok: false, reason });
  });

  it.each([
    ["ingrid@nordlys.example", ""],
    ["info@nordlys.example", "role"],
    ["no-reply@nordlys.example", "role"],
    ["sales+eu@nordlys.example", "role"],
    ["post@nordlys.example", "role"],
    ["ingrid@gmail.com", "free"],
    ["ingrid@yahoo.co.jp", "free"],
    ["ingrid@hotmail.no", "free"],
    ["ingrid@mailinator.com", "disposable"],
    ["ingrid@inbox.mailinator.com", "disposable"],
  ])("says of %s: '%s'", (text, expected) => {
    expect(flags(text)).toBe(expected);
  });

  it.each(["ingrid+demo@nordlys.example", "ingrid+@nordlys.example", "+demo@nordlys.example"])(
    "keeps what stands after a +: %s",
    (text) => {
      expect(emailAddress(text)).toMatchObject({ ok: true, address: text });
    },
  );

  it("changes nothing when applied to its own answer", () => {
    const text = fc.oneof(
      fc.emailAddress(),
      fc
        .tuple(fc.string({ unit: "binary" }), fc.domain())
        .map(([local, domain]) => `${local}@${domain}`),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const once = emailAddress(typed);
        if (once.ok) expect(emailAddress(once.address)).toEqual(once);
      }),
      { numRuns: 2_000 },
    );
  });
});
