import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Double, FAULTS, json, startDouble } from "@/e2e/doubles/double";
import { post } from "./post";

let target: Double;
beforeEach(async () => {
  target = await startDouble(() => json(200, {}));
});
afterEach(() => target.close());

const given = { headers: { "webhook-id": "1" }, body: '{"type":"lead.routed"}' };
const once = (signal = AbortSignal.timeout(20_000)) =>
  post(new URL(`${target.address}/hook`), given, signal);

describe("a hook's target", () => {
  it("is sent the body as it was signed", async () => {
    expect(await once()).toEqual({ ok: true });
    expect(target.asked).toMatchObject([
      {
        ...{ method: "POST", path: "/hook", body: { type: "lead.routed" } },
        headers: { "webhook-id": "1", "content-type": "application/json" },
      },
    ]);
  });

  it.each([
    ["500", FAULTS["a fault of its own"], { gone: false, final: false, not: { cause: "broken" } }],
    [
      "429",
      json(429, {}, { "retry-after": "90" }),
      { gone: false, final: false, not: { cause: "rate_limited", retryAfterSeconds: 90 } },
    ],
    ["410", json(410, {}), { gone: true, final: true }],
    ["400", json(400, {}), { gone: false, final: true, not: { cause: "refused" } }],
    ["404", json(404, {}), { gone: false, final: false, not: { cause: "refused" } }],
    ["401", json(401, {}), { gone: false, final: false, not: { cause: "unauthorised" } }],
    ["a redirection", FAULTS["a redirection"], { gone: false, final: false }],
  ])("answers %s", async (_, reply, posted) => {
    target.fail(reply);
    expect(await once()).toMatchObject({ ok: false, ...posted });
    expect(target.asked.length).toBe(1);
  });

  it("has taken it once its status says so, though its answer breaks off", async () => {
    target.fail(FAULTS["half a body"]);
    expect(await once()).toEqual({ ok: true });
  });

  it("is not waited for without end", async () => {
    target.fail(FAULTS.silence);
    const posted = await once(AbortSignal.timeout(50));
    expect(posted).toMatchObject({ ok: false, final: false, not: { cause: "time_limit" } });
  });

  it("that nobody listens at is tried again", async () => {
    const { address } = target;
    await target.close();
    const posted = await post(new URL(address), given, AbortSignal.timeout(20_000));
    target = await startDouble(() => json(200, {}));
    expect(posted).toMatchObject({ ok: false, final: false, not: { cause: "unreachable" } });
  });
});
