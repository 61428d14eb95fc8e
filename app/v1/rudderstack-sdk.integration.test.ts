import { randomUUID } from "node:crypto";
import RudderAnalytics from "@rudderstack/rudder-sdk-node";
import { eq } from "drizzle-orm";
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
  const failures: unknown[] = [];
  const analytics = new RudderAnalytics(writeKey ?? (await aWriteKey()), {
    dataPlaneUrl: host,
    errorHandler: (error) => failures.push(error),
    logLevel: "none",
  });
  return { analytics, failures };
}

/** What a server with the unmodified SDK sends of one visitor; the SDK sends the first call by itself. */
async function visit(analytics: RudderAnalytics, email: string) {
  const userId = randomUUID();
  const traits = { email, firstName: "Ada", lastName: "Berg", company: { name: "Nordlys AS" } };
  analytics.identify({ userId, traits });
  analytics.page({ userId, name: "Pricing", properties: { url: "https://acme.example/pricing" } });
  analytics.track({
    userId,
    event: "Content Downloaded",
    properties: { title: "Security pack" },
  });
  await analytics.flush();
}

const kindsOf = async (email: string) => {
  const rows = await db
    .select({ kind: activity.kind })
    .from(activity)
    .innerJoin(lead, eq(lead.id, activity.leadId))
    .where(eq(lead.email, email));
  return rows.map(({ kind }) => kind).toSorted();
};

describe("K.1 the unmodified @rudderstack/rudder-sdk-node, which compresses what it sends", () => {
  it("delivers every call", async () => {
    const { analytics, failures } = await anAnalytics();
    const email = `${randomUUID()}@nordlys.example`;
    await visit(analytics, email);
    expect(failures).toEqual([]);
    expect(await kindsOf(email)).toEqual(["content_downloaded", "page_viewed"]);
    const [found] = await db.select().from(lead).where(eq(lead.email, email));
    expect(found).toMatchObject({ name: "Ada Berg", companyName: "Nordlys" });
  });

  it("K.5 sends again after an outage, and nothing is kept twice", async () => {
    let outages = 1;
    const { analytics, failures } = await anAnalytics(() =>
      outages-- > 0 ? Response.json({ success: false }, { status: 503 }) : null,
    );
    const email = `${randomUUID()}@nordlys.example`;
    await visit(analytics, email);
    expect(failures).toEqual([]);
    expect(await kindsOf(email)).toHaveLength(2);
  });

  it("is told where the write key is wrong", async () => {
    const { analytics, failures } = await anAnalytics(undefined, "wrong");
    const email = `${randomUUID()}@nordlys.example`;
    await visit(analytics, email);
    expect(failures).toMatchObject([{ response: { status: 401 } }, { response: { status: 401 } }]);
  });
});
