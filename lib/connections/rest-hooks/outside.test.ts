import { describe, expect, it } from "vitest";
import { isOutside, lookupOutside, wrongTarget } from "./outside";

describe("where a hook leads", () => {
  it.each([
    ["https://hooks.zapier.com/hooks/standard/1/?a=b", null],
    ["http://127.0.0.1:4000/hook", null],
    ["http://hooks.zapier.com/1", "must start with https://"],
    ["ftp://hooks.zapier.com/1", "must start with https://"],
    ["https://user:word@example.com/", "must not hold a user name or a password"],
    ["https://example.com/#part", "must not hold a #"],
    ["https://10.1.2.3/", "leads into a private network"],
    ["https://0x7f.1.2.3/", "leads into a private network"],
    ["https://2130706434/", "leads into a private network"],
    ["https://169.254.169.254/latest/meta-data", "leads into a private network"],
    ["https://[fd00::1]/", "leads into a private network"],
    ["https://[::ffff:10.0.0.1]/", "leads into a private network"],
    ["hook", "is not an address such as https://api.example.com"],
    ["https://exa\nmple.com/", "has a space or a character that cannot be kept"],
  ])("%s", (address, wrong) =>
    expect(wrongTarget(address, () => "http://localhost:3000")).toBe(wrong),
  );

  it.each(["http://127.0.0.1:4000/hook", "https://localhost/", "https://[::1]/"])(
    "not to this machine where Baton is reached from elsewhere: %s",
    (address) =>
      expect(wrongTarget(address, () => "https://baton.example.com")).toBe(
        "leads into a private network",
      ),
  );

  it.each([
    ...["0.0.0.0", "10.255.0.1", "100.64.0.1", "127.0.0.1", "172.31.0.1", "192.168.1.1"],
    ...["224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1"],
    ...["::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "2001:db8::1", "example.com"],
  ])("never to %s", (address) => expect(isOutside(address)).toBe(false));

  it.each(["1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111"])("but to %s", (address) =>
    expect(isOutside(address)).toBe(true),
  );

  it("refuses a name that resolves to this machine", async () => {
    const code = await new Promise((resolve) =>
      lookupOutside("localhost", { all: true }, (error) => resolve(error?.code)),
    );
    expect(code).toBe("EPRIVATE");
  });
});
