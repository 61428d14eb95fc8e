import { afterAll, describe, expect, it } from "vitest";
import { HUBSPOT_FAULTS, HUBSPOT_TOKEN, startHubspot } from "@/e2e/doubles/hubspot";
import { askHubspot } from "./ask";
import { hubspot } from "./hubspot";

const double = await startHubspot();
afterAll(() => double.close());
const ask = async (token = HUBSPOT_TOKEN, limit = 5_000) => {
  const api = { host: double.address, token };
  return askHubspot(api, "/marketing/v3/forms", {}, AbortSignal.timeout(limit));
};

describe("K.5 what HubSpot answers when it does not", () => {
  it.each([
    ["an expired token", { cause: "unauthorised", words: "The access token has expired (401)." }],
    ["a revoked token", { cause: "unauthorised" }],
    ["a limit with Retry-After", { cause: "rate_limited", retryAfterSeconds: 42 }],
    ["a limit without Retry-After", { cause: "rate_limited", retryAfterSeconds: 10 }],
    [
      "a day's limit",
      {
        ...{ cause: "rate_limited", retryAfterSeconds: 3_600 },
        words: "The day's allowance of calls is used up (429).",
      },
    ],
    ["a locked account", { cause: "rate_limited", retryAfterSeconds: 2 }],
    ["a migration", { cause: "rate_limited", retryAfterSeconds: 86_400 }],
    ["a fault of its own", { cause: "broken" }],
    ["half a body", { cause: "unreadable" }],
    ["a redirection", { cause: "refused" }],
  ] as const)("%s", async (fault, expected) => {
    double.fail(HUBSPOT_FAULTS[fault]);
    expect(await ask()).toMatchObject({ answer: "failed", ...expected });
    double.fail(null);
  });

  it("ends with its limit where nothing comes", async () => {
    double.fail(HUBSPOT_FAULTS.silence);
    expect(await ask(HUBSPOT_TOKEN, 30)).toMatchObject({ cause: "time_limit" });
    double.fail(null);
  });

  it("names each scope that is missing, and what cannot be read without it", async () => {
    const { revoked } = double.account;
    revoked.set(/^\/events\//, "event-detail-read");
    revoked.set(/companies/, "crm.objects.companies.read");
    const given = (leaveOut = "") => ({
      ...{ settings: { address: double.address, leaveOut }, connectionId: "" },
      secrets: { accessToken: HUBSPOT_TOKEN },
    });
    const lacks = (leaveOut?: string) =>
      hubspot.reach(given(leaveOut)).lacks(AbortSignal.timeout(5_000));
    expect(await lacks()).toEqual([
      "The scope crm.objects.companies.read is missing, so companies cannot be read.",
      "The scope event-detail-read is missing, so page views cannot be read.",
    ]);
    expect(await lacks("pages, companies")).toEqual([]);
    revoked.clear();
  });
});
