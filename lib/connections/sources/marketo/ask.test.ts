import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MARKETO_CLIENT, MARKETO_FAULTS, startMarketo } from "@/e2e/doubles/marketo";
import { askMarketo } from "./ask";
import { marketo } from "./marketo";

// One for each test: who is asked, with which token and how often, is a matter of what came before.
let double: Awaited<ReturnType<typeof startMarketo>>;
beforeEach(async () => {
  double = await startMarketo();
});
afterEach(() => double.close());
const now = new Date("2026-06-03T10:00:00Z");
const ask = (more: object = {}) =>
  askMarketo(
    { host: double.address, ...MARKETO_CLIENT, ...more },
    "/rest/v1/activities/types.json",
    {},
    now,
    AbortSignal.timeout(5_000),
  );

describe("K.5 what Marketo answers when it does not", () => {
  it("is asked with one token by all who ask at once, and with a new one once that has ended", async () => {
    for (const answer of await Promise.all([ask(), ask()])) expect(answer).toHaveProperty("json");
    double.expire();
    expect(await ask()).toHaveProperty("json");
    const tokens = double.asked.filter(({ path }) => path.startsWith("/identity"));
    expect(tokens).toHaveLength(2);
    expect(double.asked.every(({ query }) => !query.has("access_token"))).toBe(true);
  });

  it("does not accept a client that is none", async () => {
    expect(await ask({ clientId: "nobody" })).toMatchObject({ cause: "unauthorised" });
  });

  it.each([
    ["a rate limit", { cause: "rate_limited", retryAfterSeconds: 20 }],
    // From ten o'clock to midnight Central time.
    ["a used-up day", { cause: "rate_limited", retryAfterSeconds: 20 * 3_600 }],
    ["too many at once", { cause: "rate_limited", retryAfterSeconds: 5 }],
    ["a denied permission", { cause: "refused" }],
    ["a passing fault", { cause: "broken" }],
    ["a refused question", { cause: "refused", words: "Refuses the question (1003)." }],
    ["half a body", { cause: "unreadable" }],
    ["a fault of its own", { cause: "broken" }],
  ] as const)("%s", async (fault, expected) => {
    await ask();
    double.fail(MARKETO_FAULTS[fault]);
    expect(await ask()).toMatchObject({ answer: "failed", ...expected });
  });

  it("is asked by POST where the address would be longer than it reads, as paging tokens may make it", async () => {
    const nextPageToken = `0~0~${"A".repeat(9_000)}`;
    const query = { nextPageToken, activityTypeIds: "1" };
    const account = { host: double.address, ...MARKETO_CLIENT };
    const path = "/rest/v1/activities.json";
    const answer = await askMarketo(account, path, query, now, AbortSignal.timeout(5_000));
    expect(answer).toMatchObject({ json: { success: true, moreResult: false } });
    expect(double.asked.at(-1)).toMatchObject({ method: "POST", body: query });
  });

  it("has no data, which is an answer", async () => {
    await ask();
    double.fail(MARKETO_FAULTS["no data"]);
    expect(await ask()).toHaveProperty("json");
  });

  const lacks = () => {
    const { clientId, ...secrets } = MARKETO_CLIENT;
    const given = { settings: { address: double.address, clientId }, secrets, connectionId: "" };
    return marketo.reach(given).lacks(AbortSignal.timeout(5_000));
  };

  it("names the permission that is missing", async () => {
    await ask();
    double.fail(MARKETO_FAULTS["a denied permission"]);
    expect(await lacks()).toEqual([
      expect.stringContaining("Read-Only Lead is missing"),
      expect.stringContaining("Read-Only Activity is missing"),
    ]);
  });

  it("is tested by the very question that leads are read by, and told from a permission", async () => {
    expect(await lacks()).toEqual([]);
    const reply = MARKETO_FAULTS["a refused question"];
    double.failAfter({ on: /leads\.json$/, answered: 0, reply });
    expect(await lacks()).toEqual(["Refuses the question (1003), so leads cannot be read."]);
    const questions = double.asked.filter(({ path }) => path.endsWith("/leads.json"));
    expect(questions.at(-1)?.query.get("fields")).toContain("leadScore");
  });
});
