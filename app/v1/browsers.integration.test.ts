import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { OPTIONS } from "./[call]/route";
import { aWriteKey, track } from "./testing/tracker";

const { db } = testDatabase();
const leadOf = (email: string) => db.select().from(lead).where(eq(lead.email, email));
const person = () => {
  const email = `${randomUUID()}@nordlys.example`;
  return { userId: email, traits: { email } };
};

describe("K.1 a site's own page sends what its visitors do", () => {
  it("by the names that Segment's library for browsers uses, its key in a body of plain text", async () => {
    const [one, another] = [person(), person()];
    const writeKey = await aWriteKey();
    const headers = { "Content-Type": "text/plain" };
    const batch = [{ type: "identify", ...another }];
    for (const [letter, body] of [
      ["i", one],
      ["t", { userId: one.userId, event: "Demo Requested" }],
      ["p", { userId: one.userId, name: "Pricing" }],
      ["g", { userId: one.userId, groupId: "g" }],
      ["a", { userId: one.userId, previousId: "before" }],
      ["s", { userId: one.userId, name: "Pricing" }],
      ["b", { batch }],
    ] as const) {
      const response = await track(letter, { ...body, writeKey }, { headers });
      expect(await response.json()).toEqual({ success: true });
    }
    for (const { userId } of [one, another]) expect(await leadOf(userId)).toHaveLength(1);
    expect((await track("x", { ...one, writeKey })).status).toBe(404);
  });

  it("and its browser is told that it may: asked before the call, and with every answer", async () => {
    const asked = OPTIONS();
    expect(asked.status).toBe(204);
    expect(asked.headers.get("access-control-allow-origin")).toBe("*");
    expect(asked.headers.get("access-control-allow-methods")).toBe("POST");
    // A star does not stand for this one (Fetch, CORS non-wildcard request-header name).
    expect(asked.headers.get("access-control-allow-headers")).toMatch(/^Authorization, \*$/);
    const answers = [
      await track("identify", person(), { basic: await aWriteKey() }),
      await track("identify", person(), { basic: "nobody's" }),
      await track("identify", "{", { basic: await aWriteKey() }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 400]);
    for (const { headers } of answers) {
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("access-control-expose-headers")).toContain("Retry-After");
    }
  });
});
