import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { activity, anonymousActivity } from "@/db/schema/activity";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { aWriteKey, track } from "./testing/tracker";

const { db } = testDatabase();
let basic = "";
beforeAll(async () => {
  basic = await aWriteKey();
});

const send = async (call: string, body: unknown) => {
  const response = await track(call, body, { basic });
  expect(response.status).toBe(200);
  return response.json();
};
const someone = () => ({ userId: `u-${randomUUID()}`, email: `${randomUUID()}@nordlys.example` });
const leadOf = async (email: string) => {
  const [found] = await db.select().from(lead).where(eq(lead.email, email));
  return found;
};
const activitiesOf = async (email: string) => {
  const id = (await leadOf(email))?.id ?? randomUUID();
  return db
    .select()
    .from(activity)
    .where(eq(activity.leadId, id))
    .orderBy(asc(activity.occurredAt));
};
const identify = ({ userId, email }: { userId: string; email: string }, rest: object = {}) =>
  send("identify", { userId, traits: { email }, ...rest });

describe("K.1 the Segment tracking API: who may send", () => {
  it("takes the write key as basic auth, in the body, and beside a bearer token", async () => {
    const event = { event: "Demo Requested", anonymousId: "a" };
    expect(await send("track", event)).toEqual({ success: true });
    const inBody = await track("track", { ...event, writeKey: basic });
    expect(inBody.status).toBe(200);
    const headers = { Authorization: "Bearer some-token" };
    expect((await track("track", { ...event, writeKey: basic }, { headers })).status).toBe(200);
  });

  it.each([{}, { basic: "wrong" }, { headers: { Authorization: "Bearer wrong" } }])(
    "answers 401 to %o, which trackers do not repeat, and keeps nothing",
    async (sent) => {
      const person = someone();
      const traits = { email: person.email };
      const response = await track("identify", { userId: person.userId, traits }, sent);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ success: false });
      expect(await leadOf(person.email)).toBeUndefined();
    },
  );

  it("answers 404 to a call that the tracking API does not have", async () => {
    expect((await track("import", {}, { basic })).status).toBe(404);
  });
});

describe("K.1 limits, as Segment has them", () => {
  const message = (bytes: number) => ({
    type: "track",
    event: "Big",
    userId: "big",
    properties: { text: "x".repeat(bytes) },
  });

  it.each([
    ["an event over 32 KB", "track", message(33_000), "32 KB"],
    ["a batch over 500 KB", "batch", { batch: Array(20).fill(message(30_000)) }, "500 KB"],
    ["a batch with one event over 32 KB", "batch", { batch: [message(33_000)] }, "Message 0"],
    ["a batch of 2,501", "batch", { batch: Array(2_501).fill({}) }, "2500"],
    ["a batch without a list", "batch", { batch: "all" }, "list"],
    ["a list", "track", [], "object"],
    ["broken JSON", "track", '{"event": "A",}', "line 1"],
    ["invalid UTF-8", "track", new Uint8Array([0xc3, 0x28]), "UTF-8"],
    ["JSON that is too deep", "track", "[".repeat(5_000), "levels"],
  ])("answers 400 to %s, with the reason", async (_, call, body, words) => {
    const response = await track(call, body, { basic });
    expect(response.status).toBe(400);
    const answer = await response.json();
    expect(answer.success).toBe(false);
    expect(answer.message).toContain(words);
  });

  it("takes 2,500 events in one batch", async () => {
    const person = someone();
    await identify(person);
    const batch = Array.from({ length: 2_500 }, (_, index) => ({
      type: "page",
      userId: person.userId,
      messageId: `${person.userId}-${index}`,
      properties: { path: "/pricing" },
    }));
    await send("batch", { batch });
    expect(await activitiesOf(person.email)).toHaveLength(2_500);
  });
});

describe("K.1 what a batch leaves behind", () => {
  it("is Segment's own sample: an invalid date is the moment of receipt", async () => {
    const type = "identify";
    const batch = [
      {
        type,
        userId: "019mr8mf4r",
        traits: { email: "jake@yahoo.example", name: "Jake Peterson", age: 26 },
        timestamp: "2012-12-02T00:30:08.276Z",
      },
      {
        type: "track",
        userId: "019mr8mf4r",
        event: "Song Played",
        properties: { name: "Fallin for You", artist: "Dierks Bentley" },
        timestamp: "2012-12-02T00:30:12.984Z",
      },
      {
        type,
        userId: "971mj8mk7p",
        traits: { email: "cindy@shop.example", name: "Cindy Gonzalez", age: 23 },
        timestamp: "2015-2-02T00:30:08.276Z",
      },
    ];
    const context = { device: { type: "phone", name: "Apple iPhone 6" } };
    const before = new Date();
    const answer = await track("batch", { batch, writeKey: basic, context });
    expect(await answer.json()).toEqual({ success: true });
    const jake = await leadOf("jake@yahoo.example");
    expect(jake?.capturedAt).toEqual(new Date("2012-12-02T00:30:08.276Z"));
    const cindy = await leadOf("cindy@shop.example");
    expect(cindy?.name).toBe("Cindy Gonzalez");
    expect(cindy?.capturedAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
  });

  it("is every good item, though others say nothing usable", async () => {
    const person = someone();
    const { userId } = person;
    const answer = await send("batch", {
      batch: [
        null,
        { type: "dance", userId },
        { type: "track", event: "Nobody's" },
        { type: "track", userId },
        { type: "identify", userId, traits: { email: person.email, firstName: "N\u0000ul" } },
        { type: "identify", userId, traits: { email: "no address" } },
        { type: "page", userId, properties: { path: "/pricing\u0000", title: "\ud800" } },
      ],
    });
    const { refused } = answer;
    expect(refused.map(({ index }: { index: number }) => index)).toEqual([0, 1, 2, 3, 5]);
    const [page] = await activitiesOf(person.email);
    expect(page?.details).toEqual({ path: "/pricing", title: "\ufffd" });
  });

  it("takes each messageId once, also when a batch is sent again with another sentAt", async () => {
    const person = someone();
    const { userId } = person;
    const page = { type: "page", userId, messageId: randomUUID(), properties: { path: "/x" } };
    const title = (jobTitle: string) => ({
      type: "identify",
      userId,
      messageId: randomUUID(),
      traits: { email: person.email, title: jobTitle },
    });
    const first = { batch: [title("Planner"), page, page], sentAt: new Date() };
    await send("batch", first);
    await send("batch", { batch: [title("Head of Planning")] });
    await send("batch", { ...first, sentAt: new Date(Date.now() + 5_000) });
    expect(await activitiesOf(person.email)).toHaveLength(1);
    expect((await leadOf(person.email))?.jobTitle).toBe("Head of Planning");
  });

  it("puts a sender right whose clock is a day ahead", async () => {
    const person = someone();
    await identify(person);
    const day = 86_400_000;
    const sentAt = new Date(Date.now() + day);
    const timestamp = new Date(sentAt.getTime() - 60_000);
    const { userId } = person;
    await send("page", { userId, name: "Pricing", timestamp, sentAt });
    const [page] = await activitiesOf(person.email);
    const late = Date.now() - (page?.occurredAt.getTime() ?? 0);
    expect(late).toBeGreaterThan(59_000);
    expect(late).toBeLessThan(90_000);
  });

  it("keeps the visitor's own user agent, not the tracker's", async () => {
    const person = someone();
    await identify(person);
    const context = { userAgent: "Mozilla/5.0 (X11)" };
    await send("track", { userId: person.userId, event: "Demo Requested", context });
    const [form] = await activitiesOf(person.email);
    expect(form).toMatchObject({ userAgent: "Mozilla/5.0 (X11)", source: "Tracking API" });
  });
});

describe("K.1 one person under several names", () => {
  const page = (visitor: object, path = "/pricing") =>
    send("page", { ...visitor, properties: { path } });
  const paths = async (email: string) =>
    (await activitiesOf(email)).map(({ details }) => (details as { path: string }).path);

  it("gets what they did before they said who they are, and what they do after", async () => {
    const person = someone();
    const anonymousId = randomUUID();
    await page({ anonymousId }, "/before");
    expect(await leadOf(person.email)).toBeUndefined();
    await identify(person, { anonymousId });
    await page({ anonymousId }, "/after");
    await page({ userId: person.userId }, "/signed-in");
    expect(await paths(person.email)).toEqual(["/before", "/after", "/signed-in"]);
    const left = await db
      .select()
      .from(anonymousActivity)
      .where(eq(anonymousActivity.visitor, `anonymous:${anonymousId}`));
    expect(left).toEqual([]);
  });

  it("gets what waited under names that an alias joined before there was an address", async () => {
    const person = someone();
    const previousId = randomUUID();
    await page({ anonymousId: previousId }, "/before");
    await send("alias", { previousId, userId: person.userId });
    await page({ userId: person.userId }, "/between");
    await identify(person);
    expect(await paths(person.email)).toEqual(["/before", "/between"]);
  });

  it("gets all of it from one batch, in whatever order it lies there", async () => {
    const person = someone();
    const { userId, email } = person;
    const anonymousId = randomUUID();
    const at = (second: number) => new Date(Date.now() - 60_000 + second * 1_000).toISOString();
    const view = (path: string, second: number, visitor: object) => ({
      ...{ type: "page", properties: { path }, timestamp: at(second) },
      ...visitor,
    });
    await send("batch", {
      batch: [
        { type: "group", groupId: "g", userId, traits: { name: "Nordlys" }, timestamp: at(5) },
        view("/c", 3, { userId }),
        { type: "identify", userId, anonymousId, traits: { email }, timestamp: at(2) },
        view("/a", 0, { anonymousId }),
        view("/b", 1, { anonymousId }),
      ],
    });
    expect(await paths(email)).toEqual(["/a", "/b", "/c"]);
    expect((await leadOf(email))?.companyName).toBe("Nordlys");
  });

  it("is not mixed up with another person in the same browser", async () => {
    const [ada, bo] = [someone(), someone()];
    const anonymousId = randomUUID();
    await identify(ada, { anonymousId });
    await page({ anonymousId, userId: ada.userId }, "/ada");
    await page({ anonymousId, userId: bo.userId }, "/bo");
    await identify(bo, { anonymousId });
    expect(await paths(ada.email)).toEqual(["/ada"]);
    expect(await paths(bo.email)).toEqual(["/bo"]);
    const cy = someone();
    await send("identify", { anonymousId, traits: { email: cy.email } });
    expect((await leadOf(ada.email))?.email).toBe(ada.email);
    expect(await leadOf(cy.email)).toBeDefined();
  });

  it.each(["null", "undefined", "[object Object]", " "])("is nobody by the id %j", async (id) => {
    const answer = await send("track", { userId: id, event: "Demo Requested" });
    expect(answer.refused).toHaveLength(1);
  });

  it("loses nothing when their batches arrive side by side", async () => {
    const people = [someone(), someone(), someone()];
    const batchOf = (index: number) => ({
      batch: people
        .toSorted(() => (index % 2 ? 1 : -1))
        .flatMap(({ userId, email }) => [
          { type: "identify", userId, traits: { email } },
          { type: "page", userId, properties: { path: `/${index}` } },
        ]),
    });
    await Promise.all(Array.from({ length: 8 }, (_, index) => send("batch", batchOf(index))));
    for (const { email } of people) expect(await activitiesOf(email)).toHaveLength(8);
  });
});
