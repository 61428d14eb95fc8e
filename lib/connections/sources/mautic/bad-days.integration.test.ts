import { describe, expect, it } from "vitest";
import { did, streamOf, valueOfLead } from "@/db/factories/read-back";
import { testDatabase } from "@/db/testing/database";
import { aContact, connected, mauticDesk, mauticStamp } from "@/e2e/doubles/mautic-desk";
import { mauticCall } from "@/e2e/doubles/webhook-senders";
import { mauticSends } from "../testing/mautic-sends";
import { readAll } from "../testing/reading";

testDatabase();
const desk = mauticDesk();

describe("K.5 Mautic’s bad days", () => {
  it("signs in as a user where there is no client, and says so where there is neither", async () => {
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
});
