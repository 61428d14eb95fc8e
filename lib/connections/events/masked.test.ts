import { describe, expect, it } from "vitest";
import { bestTime } from "@/lib/platform/testing/best-time";
import { MASK, maskedPayload } from "./masked";

const shown = (value: unknown) => JSON.parse(maskedPayload(JSON.stringify(value)));

describe("M.2 the payload of an event, for people", () => {
  it.each([
    ["secret"],
    ["client_secret"],
    ["accessToken"],
    ["Authorization"],
    ["api_key"],
    ["X-HubSpot-Signature-v3"],
    ["password"],
    ["writeKey"],
    ["sig"],
    ["pass"],
    ["smtpPass"],
    ["auth"],
    ["jwt"],
    ["bearer"],
    ["key"],
    ["clientsecret"],
  ])("masks what %s holds, also where it is deep or no text", (name) => {
    const hidden = [{ deep: { [name]: "4711-abc" } }, { [name]: { inner: ["4711-abc"] } }];
    expect(JSON.stringify(shown(hidden))).not.toContain("4711");
    expect(shown({ [name]: 4711 })).toEqual({ [name]: MASK });
  });

  it.each([
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "Bearer abc.def-ghi_jkl",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
    `baton_api_${"0a".repeat(20)}`,
    "pat-na1-11112222-3333-4444-5555-666677778888",
    "xoxb-1234-5678-abcdef",
    "00D5A000000PAzx!AQEAQabcdef.ghi",
    "0123456789abcdef0123456789abcdef01234567",
  ])("masks %s wherever it stands", (key) => {
    expect(shown({ note: `Use ${key} please` })).toEqual({ note: `Use ${MASK} please` });
  });

  it("masks a JWT also where other words stand right before and after it", () => {
    const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";
    const note = `www.nordlys.example/a-${jwt}.txt, token-${jwt} and v1.${jwt}`;
    expect(shown({ note })).toEqual({
      note: `www.nordlys.example/a-${MASK}.txt, token-${MASK} and v1.${MASK}`,
    });
    const plain = "eyJhbGciOiJIUzI1NiJ9.short.c2lnbmF0dXJl and www.nordlys.example";
    expect(shown({ plain })).toEqual({ plain });
  });

  it("masks what opens something in an address, and leaves the rest of it", () => {
    const url = "https://nordlys.example/pricing?utm_source=mail&access_token=abc123&page=2#top";
    expect(shown({ url })).toEqual({
      url: `https://nordlys.example/pricing?utm_source=mail&access_token=${MASK}&page=2#top`,
    });
  });

  it("masks who signs in within an address", () => {
    const url = "https://user:hunter2@nordlys.example/x?pass=hunter2";
    expect(shown({ url })).toEqual({ url: `https://${MASK}@nordlys.example/x?pass=${MASK}` });
  });

  it("masks within JSON that is told as a text, and leaves such a text as it was otherwise", () => {
    const inner = JSON.stringify({ password: "hunter2", email: "ase@nordlys.example" });
    const hidden = JSON.stringify({ password: MASK, email: "ase@nordlys.example" });
    expect(shown({ nested: inner })).toEqual({ nested: hidden });
    expect(shown({ nested: '{ "email": 1 }', list: "[x" })).toEqual({
      ...{ nested: '{ "email": 1 }', list: "[x" },
    });
  });

  it("leaves what only sounds like a secret", () => {
    const lead = { secretary: "Ada", "Secretary phone": "12", passenger: 3, authority: "x" };
    expect(shown(lead)).toEqual(lead);
  });

  it("leaves what tells of the lead as it came", () => {
    const lead = { email: "ase@nordlys.example", phone: "+47 918 12 345", monkey: 3, author: null };
    expect(shown({ type: "lead", data: [lead] })).toEqual({ type: "lead", data: [lead] });
    expect(shown({ secret: null, token: "" })).toEqual({ secret: null, token: "" });
  });

  it("shows what is no JSON as it came, masked as well", () => {
    expect(maskedPayload("hello whsec_MfKQ9r8GKYqrTw")).toBe(`hello ${MASK}`);
  });

  it.each([
    ...[
      "ab://:",
      ":",
      "eyJ",
      "-eyJaaaaaaaa",
      "eyJaaaaaaaa.",
      "eyJaaaaaaaa.aaaaaaaa-",
      "a-eyJaaaaaaaa.a.",
      "a.",
      "Basic ",
    ],
    ...["?token", "whsec_", "pat-na", "xoxb-", "00Daaaaaaaaa", "baton_api_", "-secret", "a+.-"],
  ])("takes no longer than its length: %s", (part) => {
    const text = `ab://${part.repeat(300_000 / part.length)}`;
    // Milliseconds; a pattern that goes back over the text takes seconds.
    expect(bestTime(2, () => maskedPayload(text))).toBeLessThan(300);
  });
});
