import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { lead } from "@/db/schema/lead";
import { apiKey } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { keyHash } from "@/lib/access/keys/key";
import { countRequest, WRITE_LIMIT } from "@/lib/access/keys/limit";
import { aWriteKey, track } from "./testing/tracker";

const { db } = testDatabase();

describe("K.5 the tracking API's limit", () => {
  it("answers 429 with the time to wait to a key that sends too often, and keeps nothing", async () => {
    const often = await aWriteKey();
    const event = { event: "Demo Requested", anonymousId: "a" };
    const first = await track("track", event, { basic: often });
    expect(first.headers.get("ratelimit")).toMatch(/^"key";r=\d+;t=\d+$/);
    const [{ id } = { id: "" }] = await db
      .select({ id: apiKey.id })
      .from(apiKey)
      .where(eq(apiKey.hash, keyHash(often)));
    while (countRequest(id, new Date(), WRITE_LIMIT).ok);
    const email = `${randomUUID()}@nordlys.example`;
    const call = { userId: email, traits: { email } };
    const refused = await track("identify", call, { basic: often });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(refused.headers.get("x-ratelimit-reset"))).toBeGreaterThan(Date.now());
    expect(await refused.json()).toMatchObject({ success: false });
    expect(await db.select().from(lead).where(eq(lead.email, email))).toEqual([]);
    // Another key has a limit of its own.
    expect((await track("identify", call, { basic: await aWriteKey() })).status).toBe(200);
  });
});
