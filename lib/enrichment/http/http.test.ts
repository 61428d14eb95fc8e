import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Double, FAULTS, type Reply, startDouble } from "@/e2e/doubles/double";
import { call, isFailed } from "./http";
import { refusal, retryAfterSeconds } from "./http-refusal";

let reply: Reply = { status: 200, body: "{}" };
let double: Double;
beforeAll(async () => {
  double = await startDouble(() => reply);
});
afterEach(() => double.asked.splice(0));
afterAll(() => double.close());

const patience = () => AbortSignal.timeout(5_000);
const ask = (given: Reply, signal = patience()) => {
  reply = given;
  return call(new URL("/find?email=a@b.example", double.address), {}, signal);
};

describe("G.2 one call of a provider", () => {
  it("gives the status, the headers and the JSON", async () => {
    const outcome = await ask({ status: 202, body: '{"a":1}', headers: { "x-left": "3" } });
    expect(isFailed(outcome)).toBe(false);
    expect(outcome).toMatchObject({ status: 202, json: { a: 1 } });
  });

  it.each([
    ["half a body", FAULTS["half a body"], "unreadable"],
    ["a redirection, which would carry the key elsewhere", FAULTS["a redirection"], "refused"],
    ["a body without end", { status: 200, body: "x".repeat(2_100_000) }, "unreadable"],
  ])("takes %s as a failure", async (_what, given, cause) => {
    expect(await ask(given)).toMatchObject({ answer: "failed", cause });
  });

  it("G.2 ends with its time limit", async () => {
    const outcome = await ask(FAULTS.silence, AbortSignal.timeout(30));
    expect(outcome).toMatchObject({ answer: "failed", cause: "time_limit" });
  });

  it("knows a server that is not there", async () => {
    const gone = await startDouble(() => FAULTS.silence);
    await gone.close();
    const outcome = await call(new URL(gone.address), {}, patience());
    expect(outcome).toEqual({
      answer: "failed",
      cause: "unreachable",
      words: "Could not be reached (ECONNREFUSED).",
    });
  });

  it("leaves what is no JSON to the caller", async () => {
    expect(await ask(FAULTS["a proxy's page"])).toMatchObject({ json: undefined, status: 200 });
  });
});

describe("G.2 what a refusal means", () => {
  const refused = (status: number, headers = {}, code?: string) =>
    refusal({ status, headers: new Headers(headers), json: undefined, text: "" }, code);

  it.each([
    [400, "refused"],
    [401, "unauthorised"],
    [402, "out_of_credits"],
    [403, "unauthorised"],
    [404, "refused"],
    [422, "refused"],
    [429, "rate_limited"],
    [500, "broken"],
    [503, "broken"],
  ])("%i is %s", (status, cause) => {
    expect(refused(status)).toMatchObject({ answer: "failed", cause });
  });

  it("names the other side's code, and never a sentence of it", () => {
    expect(refused(401, {}, "invalid_api_key").words).toContain("invalid_api_key");
    expect(refused(401, {}, "key sk_live_1 of a@b.example is bad").words).toBe(
      "Does not accept the key (401).",
    );
  });

  const date = "Mon, 23 Nov 2026 10:00:00 GMT";
  it.each([
    ["seconds", { "retry-after": "30" }, 30],
    ["a date", { "retry-after": "Mon, 23 Nov 2026 10:01:30 GMT", date }, 90],
    ["a date that is past", { "retry-after": "Mon, 23 Nov 2026 09:00:00 GMT", date }, 1],
    ["a date without a date to hold it against", { "retry-after": date }, null],
    [
      "when the window ends",
      { "x-ratelimit-reset": "1795428060", "x-ratelimit-remaining": "0", date },
      60,
    ],
    [
      "a window that is not used up",
      { "x-ratelimit-reset": "60", "x-ratelimit-remaining": "9" },
      null,
    ],
    ["seconds until the window ends", { "x-ratelimit-reset": "45" }, 45],
    ["more than a day", { "retry-after": "9999999" }, 86_400],
    ["nonsense", { "retry-after": "soon" }, null],
    ["nothing", {}, null],
  ])("reads a wish to wait from %s", (_what, headers, wait) => {
    expect(retryAfterSeconds(new Headers(headers as Record<string, string>))).toBe(wait);
  });
});
