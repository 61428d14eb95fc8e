import { describe, expect, it } from "vitest";
import { did, leadOf, streamOf, valueOfLead } from "@/db/factories/read-back";
import { testDatabase } from "@/db/testing/database";
import { MAUTIC_FAULTS } from "@/e2e/doubles/mautic";
import { aContact, connected, hitOf, mauticDesk, mauticStamp } from "@/e2e/doubles/mautic-desk";
import { mauticCall } from "@/e2e/doubles/webhook-senders";
import { testConnection } from "../../proof/commands";
import { mauticSends } from "../testing/mautic-sends";
import { later, read, readAll } from "../testing/reading";

testDatabase();
const desk = mauticDesk();

describe("K.5 Mautic’s bad days", () => {
  it("asks for a new token once its own has ended, and signs in as a user where there is no client", async () => {
    const { email } = aContact(desk);
    const { id } = await connected(desk);
    await readAll(id);
    desk.mautic.expire();
    await readAll(id, later(6));
    expect(await streamOf(id, "contacts")).toMatchObject({ failure: null });
    expect(await leadOf(email)).toBeDefined();
    const user = await connected(desk, { clientId: "" });
    await readAll(user.id);
    expect(await streamOf(user.id, "contacts")).toMatchObject({ failure: null });
    expect(desk.mautic.asked.at(-1)?.headers.authorization).toMatch(/^Basic /);
    const wrong = await connected(desk, { clientId: "", user: "nobody" });
    await readAll(wrong.id);
    expect((await streamOf(wrong.id, "contacts")).failure).toContain("Does not accept");
    const neither = await connected(desk, { clientId: "", user: "" });
    await readAll(neither.id);
    expect((await streamOf(neither.id, "contacts")).failure).toContain("Give a client id");
  });

  it.each([
    ["a proxy's limit", 42],
    ["half a body", 30],
    ["a fault of its own", 30],
    ["a proxy's page", 30],
  ] as const)("goes on where it was after %s, and loses nothing", async (fault, seconds) => {
    const { email } = aContact(desk);
    const { id } = await connected(desk);
    desk.mautic.fail(MAUTIC_FAULTS[fault]);
    const now = new Date();
    await read(id, now);
    const { restsUntil, failure, position } = await streamOf(id, "activities");
    expect(restsUntil?.getTime()).toBeGreaterThanOrEqual(now.getTime() + seconds * 1_000);
    expect(failure).not.toBeNull();
    expect(position).toBeNull();
    desk.mautic.fail(null);
    await readAll(id, later(60));
    expect(await leadOf(email)).toBeDefined();
  });

  it.each([
    ["behind", -2],
    ["ahead", 2],
  ])(
    "loses nothing where its clock is two hours %s, and takes all of it once",
    async (_, hours) => {
      const theirs = (ms: number) => new Date(ms + hours * 3_600_000);
      desk.mautic.clockIsOff(hours * 3_600_000);
      const { email, one } = aContact(desk);
      one.dateAdded = theirs(Date.now() - 60_000).toISOString();
      const stamp = (ms: number) => mauticStamp(theirs(ms).getTime());
      desk.mautic.events.push(hitOf(one.id, "/before", stamp(Date.now() - 60_000)));
      const { id } = await connected(desk);
      await readAll(id);
      const fresh = aContact(desk);
      fresh.one.dateAdded = theirs(Date.now() + 60_000).toISOString();
      desk.mautic.events.push(hitOf(one.id, "/after", stamp(Date.now() + 60_000)));
      await readAll(id, later(6));
      await readAll(id, later(12));
      expect((await did(email)).map(({ details }) => details)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ path: "/before" }),
          expect.objectContaining({ path: "/after" }),
        ]),
      );
      expect(await did(email)).toHaveLength(2);
      expect(await leadOf(fresh.email)).toBeDefined();
    },
  );

  it("undoes nothing newer by a webhook that comes hours late, and takes what it tells that somebody did", async () => {
    const { email, one } = aContact(desk);
    one.fields.core.position.value = "Chief Operating Officer";
    one.dateModified = new Date(Date.now() - 60_000).toISOString();
    const { id } = await connected(desk);
    await readAll(id);
    const old = structuredClone(one);
    old.fields.core.position.value = "Head of Operations";
    const timestamp = mauticStamp(Date.now() - 5 * 3_600_000);
    const hit = { url: "https://nordlys.example/late", dateHit: timestamp, lead: old };
    await mauticSends(
      id,
      mauticCall({
        "mautic.page_on_hit": [{ hit, timestamp }],
        "mautic.lead_post_save_update": [{ contact: old, timestamp }],
      }),
    );
    expect(await valueOfLead(email, "C1.2")).toBe("Chief Operating Officer");
    const [done] = await did(email);
    expect(done?.occurredAt).toEqual(new Date(timestamp));
  });

  it("reads a contact whose fields have another type, without what cannot be read, and the others", async () => {
    const odd = aContact(desk);
    Object.assign(odd.one.fields.core.position, { value: { is: "VP" } });
    Object.assign(odd.one.fields.core.company, { value: ["Nordlys"] });
    Object.assign(odd.one, { points: "many" });
    const other = aContact(desk);
    const { id } = await connected(desk);
    await readAll(id);
    for (const { email } of [odd, other]) expect(await leadOf(email)).toBeDefined();
    expect(await valueOfLead(odd.email, "C1.2")).toBeUndefined();
    expect(await streamOf(id, "contacts")).toMatchObject({ failure: null });
  });

  it("finds what its timeline tells hours late", async () => {
    const { email, one } = aContact(desk);
    const { id } = await connected(desk);
    await readAll(id);
    desk.mautic.events.push(hitOf(one.id, "/late", mauticStamp(Date.now() - 5 * 3_600_000)));
    for (const hours of [1, 7, 13]) {
      desk.mautic.clockIsOff(hours * 3_600_000);
      await readAll(id, later(hours * 60));
    }
    expect((await did(email)).map(({ details }) => details)).toMatchObject([{ path: "/late" }]);
  });

  it("names the right that is missing, which stops its own stream only", async () => {
    const { email } = aContact(desk);
    desk.mautic.deny.add("/api/contacts/activity");
    const { id, admin } = await connected(desk);
    await readAll(id);
    expect(await leadOf(email)).toBeDefined();
    expect((await streamOf(id, "activities")).failure).toContain("403");
    expect(await testConnection(admin, { connectionId: id }, new Date())).toMatchObject({
      value: { works: false, words: expect.stringContaining("so activities cannot be read") },
    });
  });
});
