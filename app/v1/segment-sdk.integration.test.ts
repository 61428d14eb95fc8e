import { randomUUID } from "node:crypto";
import { Analytics } from "@segment/analytics-node";
import { asc, eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { activity } from "@/db/schema/activity";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { aWriteKey, serveTracking } from "./testing/tracker";

const { db } = testDatabase();
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function anAnalytics(before?: () => Response | null, writeKey?: string) {
  const { host, close } = await serveTracking(before);
  closing.push(close);
  const analytics = new Analytics({ writeKey: writeKey ?? (await aWriteKey()), host });
  const failures: unknown[] = [];
  analytics.on("error", (error) => failures.push(error));
  return { analytics, failures };
}

const kindsOf = async (email: string) => {
  const rows = await db
    .select({ kind: activity.kind, details: activity.details })
    .from(activity)
    .innerJoin(lead, eq(lead.id, activity.leadId))
    .where(eq(lead.email, email))
    .orderBy(asc(activity.occurredAt));
  return rows.map(({ kind }) => kind);
};

/** What a site with the unmodified SDK sends of one visitor. */
function visit(analytics: Analytics, email: string) {
  const anonymousId = randomUUID();
  const userId = randomUUID();
  const at = (minute: number) => new Date(Date.now() - 600_000 + minute * 60_000);
  analytics.page({ anonymousId, properties: { url: "https://acme.example/" }, timestamp: at(0) });
  analytics.screen({ anonymousId, name: "Pricing", timestamp: at(1) });
  const traits = { email, firstName: "Ada", lastName: "Berg", company: { name: "Nordlys AS" } };
  analytics.identify({ userId, anonymousId, traits, timestamp: at(2) });
  analytics.track({
    userId,
    event: "Content Downloaded",
    properties: { title: "Security pack" },
    timestamp: at(3),
  });
  analytics.group({ userId, groupId: "g", traits: { name: "Nordlys Logistics" } });
  analytics.alias({ userId, previousId: anonymousId });
}

describe("K.1 the unmodified @segment/analytics-node", () => {
  it("delivers every call", async () => {
    const { analytics, failures } = await anAnalytics();
    const email = `${randomUUID()}@nordlys.example`;
    visit(analytics, email);
    await analytics.closeAndFlush();
    expect(failures).toEqual([]);
    expect(await kindsOf(email)).toEqual(["page_viewed", "page_viewed", "content_downloaded"]);
    const [found] = await db.select().from(lead).where(eq(lead.email, email));
    expect(found).toMatchObject({ name: "Ada Berg", companyName: "Nordlys Logistics" });
  });

  it("K.5 sends again after an outage, and nothing is kept twice", async () => {
    let outages = 1;
    let seen = 0;
    const { analytics, failures } = await anAnalytics(() => {
      seen += 1;
      return outages-- > 0
        ? Response.json({ success: false }, { status: 503, headers: { "Retry-After": "1" } })
        : null;
    });
    const email = `${randomUUID()}@nordlys.example`;
    visit(analytics, email);
    await analytics.closeAndFlush({ timeout: 15_000 });
    expect(failures).toEqual([]);
    expect(seen).toBe(2);
    expect(await kindsOf(email)).toHaveLength(3);
  });

  it("gives up at once, and says so, where the write key is wrong", async () => {
    let seen = 0;
    const counted = () => {
      seen += 1;
      return null;
    };
    const { analytics, failures } = await anAnalytics(counted, "wrong");
    analytics.track({ userId: "u", event: "Demo Requested" });
    await analytics.closeAndFlush();
    expect(seen).toBe(1);
    expect(failures).toHaveLength(1);
  });
});
