import { describe, expect, it } from "vitest";
import { hubspotSignature, provedByHubspot } from "./signature";

const SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
const ADDRESS = "https://www.example.com/webhook_uri";
const BODY = "{'example_field':'example_value'}";
const call = (timestamp: string, address = ADDRESS) => ({
  ...{ method: "POST", address, body: Buffer.from(BODY), timestamp },
});

describe("K.1 HubSpot's signature, version 3", () => {
  it.each([
    ["1693657560000", "K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y="],
    ["1700000300000", "RnbPH7+UMKVkbV32P8bz450N4M56aPmcru1+D3kSDtw="],
  ])("is that of its own libraries at %s", (timestamp, signature) => {
    expect(hubspotSignature(SECRET, call(timestamp))).toBe(signature);
  });

  it("decodes of an address what HubSpot decodes, and no more", () => {
    const [coded, plain] = ["?a=%3A%2F%40%3b&b=%20%26%3D", "?a=:/@;&b=%20%26%3D"];
    const of = (query: string) => hubspotSignature(SECRET, call("1", ADDRESS + query));
    expect(of(coded)).toBe(of(plain));
    expect(of("?b=%20")).not.toBe(of("?b= "));
  });

  const AT = 1_693_657_560_000;
  const GOOD = {
    "x-hubspot-signature-v3": "K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=",
    "x-hubspot-request-timestamp": String(AT),
  };
  const proof = (more: object = {}, late = 0, secret: string | undefined = SECRET, body = BODY) =>
    provedByHubspot(
      {
        ...{ method: "POST", address: ADDRESS, body: Buffer.from(body) },
        headers: new Headers({ ...GOOD, ...more }),
      },
      secret,
      new Date(AT + late),
    );

  it("proves within five minutes, either way", () => {
    for (const late of [0, 300_000, -300_000]) expect(proof({}, late)).toMatchObject({ ok: true });
    for (const late of [300_001, -300_001, 7 * 86_400_000])
      expect(proof({}, late)).toMatchObject({ ok: false, status: 401 });
  });

  it("proves nothing by another byte, bit, secret or none, and names what is missing", () => {
    const bit = { "x-hubspot-signature-v3": "L36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=" };
    expect(proof(bit)).toMatchObject({ ok: false, status: 401 });
    expect(proof({}, 0, SECRET, `${BODY} `)).toMatchObject({ ok: false, status: 401 });
    expect(proof({}, 0, "another")).toMatchObject({ ok: false, status: 401 });
    expect(proof({}, 0, "")).toMatchObject({ ok: false, status: 401 });
    expect(proof({ "x-hubspot-request-timestamp": "soon" })).toMatchObject({ status: 400 });
    expect(proof({ "x-hubspot-signature-v3": "" })).toMatchObject({
      ...{ ok: false, status: 400, reason: "The header X-HubSpot-Signature-v3 is missing." },
    });
  });
});
