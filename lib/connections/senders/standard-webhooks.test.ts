import { describe, expect, it } from "vitest";
import { proveStandard } from "./standard-webhooks";

// The vector of the reference libraries' own tests.
const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
const AT = 1_614_265_330;
const HEADERS = {
  "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
  "webhook-timestamp": String(AT),
  "webhook-signature": SIGNATURE,
};
const BODY = '{"test": 2432232314}';

type Given = { headers?: Record<string, string>; body?: string; secret?: string; seconds?: number };
function prove({ headers = {}, body = BODY, secret = SECRET, seconds = 0 }: Given = {}) {
  const given = Object.entries({ ...HEADERS, ...headers }).filter(([, value]) => value !== "");
  const call = { headers: new Headers(given), body: Buffer.from(body), address: "" };
  return proveStandard(call, secret, new Date((AT + seconds) * 1000));
}

describe("K.1 a call signed by Standard Webhooks", () => {
  it("is proven by the vector of the reference libraries, and goes by its id", () => {
    expect(prove()).toEqual({ ok: true, key: HEADERS["webhook-id"] });
  });

  it.each([
    ["the secret without its prefix", { secret: SECRET.replace("whsec_", "") }],
    [
      "one good signature among others, while a secret is replaced",
      {
        headers: {
          "webhook-signature": `v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v1a,x ${SIGNATURE} v2,y`,
        },
      },
    ],
    ["a clock five minutes behind", { seconds: 300 }],
    ["a clock five minutes ahead", { seconds: -300 }],
    [
      "the names that Svix gives the headers",
      {
        headers: {
          "webhook-id": "",
          "webhook-timestamp": "",
          "webhook-signature": "",
          "svix-id": HEADERS["webhook-id"],
          "svix-timestamp": String(AT),
          "svix-signature": SIGNATURE,
        },
      },
    ],
  ])("is proven with %s", (_, given) => {
    expect(prove(given)).toMatchObject({ ok: true });
  });

  it.each([
    ["no id", { headers: { "webhook-id": "" } }, "webhook-id is missing"],
    ["no timestamp", { headers: { "webhook-timestamp": "" } }, "webhook-timestamp is missing"],
    ["no signature", { headers: { "webhook-signature": "" } }, "webhook-signature is missing"],
    ["a timestamp in words", { headers: { "webhook-timestamp": "today" } }, "is no number"],
    ["an empty signature", { headers: { "webhook-signature": "v1," } }, "not this connection's"],
    [
      "a signature cut short",
      { headers: { "webhook-signature": SIGNATURE.slice(0, -4) } },
      "not this connection's",
    ],
    [
      "a signature wrong by one bit",
      { headers: { "webhook-signature": SIGNATURE.replace("g0hM", "g0hN") } },
      "not this connection's",
    ],
    ["one byte of the body changed", { body: BODY.replace("4}", "5}") }, "not this connection's"],
    ["the same JSON in other bytes", { body: '{"test":2432232314}' }, "not this connection's"],
    ["another timestamp", { headers: { "webhook-timestamp": String(AT + 1) } }, "not this"],
    ["an empty secret", { secret: "" }, "not this connection's"],
    ["a secret that is no base64", { secret: "whsec_??" }, "not this connection's"],
    ["a replay of a week ago", { seconds: 7 * 86_400 }, "five minutes off"],
    ["a time to come", { seconds: -301 }, "five minutes off"],
  ])("is refused with %s", (_, given, reason) => {
    const proof = prove(given);
    expect(proof).toMatchObject({ ok: false });
    expect(proof.ok ? "" : proof.reason).toContain(reason);
  });
});
