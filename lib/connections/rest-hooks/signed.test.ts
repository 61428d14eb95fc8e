import { describe, expect, it } from "vitest";
import { keyOfSecret, proveStandard } from "../senders/standard-webhooks";
import { newHookSecret, signedHeaders } from "./signed";

describe("a hook's signature", () => {
  it("is that of Standard Webhooks' own vector", () => {
    const message = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", body: '{"test": 2432232314}' };
    const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    expect(signedHeaders([secret], message, new Date(1_614_265_330_999))).toEqual({
      "webhook-id": message.id,
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    });
  });

  it("proves a body to whoever has the secret, and to nobody else", () => {
    const [secret, other] = [newHookSecret(), newHookSecret()];
    const now = new Date("2026-06-03T10:00:00Z");
    const body = '{"words":"Ærlig"}';
    const headers = new Headers(signedHeaders([secret], { id: "1", body }, now));
    const sent = { headers, body: Buffer.from(body), address: "" };
    expect(proveStandard(sent, secret, now)).toEqual({ ok: true, key: "1" });
    expect(proveStandard(sent, other, now)).toMatchObject({ ok: false, status: 401 });
    expect(keyOfSecret(secret)?.length).toBe(32);
  });

  it("proves a body by each of two secrets, to whoever has changed over and whoever has not", () => {
    const [fresh, before, other] = [newHookSecret(), newHookSecret(), newHookSecret()];
    const now = new Date("2026-06-03T10:00:00Z");
    const body = "{}";
    const headers = new Headers(signedHeaders([fresh, before], { id: "1", body }, now));
    expect(headers.get("webhook-signature")).toMatch(/^v1,[^ ]{44} v1,[^ ]{44}$/);
    const sent = { headers, body: Buffer.from(body), address: "" };
    for (const secret of [fresh, before])
      expect(proveStandard(sent, secret, now)).toEqual({ ok: true, key: "1" });
    expect(proveStandard(sent, other, now)).toMatchObject({ ok: false });
  });
});
