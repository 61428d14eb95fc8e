import { describe, expect, it } from "vitest";
import * as tracking from "@/app/v1/[call]/route";
import { METHODS } from "@/lib/access/requests/endpoint";
import * as webhooks from "./[system]/[connection]/route";

type Handler = () => Response;
const OTHERS = METHODS.filter((method) => method !== "POST");

describe.each([
  ["a webhook", webhooks, OTHERS],
  // Browsers ask by OPTIONS whether a site's page may call: app/v1/browsers.integration.test.ts.
  ["the tracking API", tracking, OTHERS.filter((method) => method !== "OPTIONS")],
])("K.1 the address of %s", (_, route, others) => {
  // What a route file leaves out, Next answers by itself: OPTIONS with methods that are not served.
  it.each(others)("says to %s that it takes POST only", (method) => {
    const answer = ((route as object as Record<string, Handler>)[method] as Handler)();
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("POST");
  });
});
