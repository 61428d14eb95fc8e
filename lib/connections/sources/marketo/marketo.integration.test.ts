import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { POST } from "@/app/api/webhooks/[system]/[connection]/route";
import { aPerson } from "@/db/factories/people";
import { did, leadOf, streamOf, valueOfLead } from "@/db/factories/read-back";
import { lead } from "@/db/schema/lead";
import { mapScore } from "@/db/schema/scoring";
import { sourceStream } from "@/db/schema/source";
import { webhookEvent } from "@/db/schema/webhook";
import { testDatabase } from "@/db/testing/database";
import {
  activityOf,
  aLead,
  connected,
  marketoDesk,
  WEBHOOK_SECRET,
} from "@/e2e/doubles/marketo-desk";
import { captureLeads } from "@/lib/intake/commands";
import { leadInput } from "@/lib/intake/input";
import type { Json } from "@/lib/standard/field";
import { takeEvent } from "../../senders/commands";
import { readings } from "../queries";
import { later, READER, read, readAll } from "../testing/reading";

const { db } = testDatabase();
const desk = marketoDesk();

async function givenScore(email: string) {
  const { id = "" } = (await leadOf(email)) ?? {};
  return (await db.select().from(mapScore).where(eq(mapScore.leadId, id)))[0]?.value;
}

describe("K.1 Marketo's leads are read", () => {
  it("where it has the standard fields alone, and the others once they are there", async () => {
    const one = aLead(desk, { preferredLanguage: "no", company: "Nordlys" });
    desk.double.pages.push([activityOf(one.id, 12)]);
    const id = await connected(desk);
    await readAll(id);
    expect(await leadOf(one.email)).toBeDefined();
    expect(await valueOfLead(one.email, "C1.3")).toBe("Nordlys");
    expect(await streamOf(id, "leads")).toMatchObject({ failure: null, refused: 0 });
    // An admin adds a field there, and takes one away.
    desk.double.fields.add("preferredLanguage");
    desk.double.fields.delete("numberOfEmployees");
    desk.double.pages.push([activityOf(one.id, 13)]);
    await readAll(id, later(6));
    expect(await valueOfLead(one.email, "C1.7")).toBeDefined();
  });

  it("again where no more than their score changed", async () => {
    const one = aLead(desk, {
      leadScore: 40,
      updatedAt: new Date(Date.now() - 60_000).toISOString(),
    });
    desk.double.pages.push([activityOf(one.id, 12)]);
    const id = await connected(desk);
    await readAll(id);
    expect(await givenScore(one.email)).toBe(40);
    Object.assign(desk.double.leads[0] ?? {}, {
      leadScore: 90,
      updatedAt: new Date().toISOString(),
    });
    const attributes = [{ name: "New Value", value: 90 }];
    desk.double.pages.push([
      activityOf(one.id, 22, { primaryAttributeValue: "Lead Score", attributes }),
    ]);
    await readAll(id, later(6));
    expect(await givenScore(one.email)).toBe(90);
  });
});

describe("K.1 Marketo is read", () => {
  it("follows its token over an empty page, reads whom it names, and takes all of it once", async () => {
    const one = aLead(desk);
    const visit = activityOf(one.id, 1, { primaryAttributeValue: "nordlys.example/pricing" });
    desk.double.pages.push(
      [activityOf(one.id, 12)],
      [],
      [visit, activityOf(one.id, 100_046, { primaryAttributeValue: "Asked for a demo" })],
    );
    const id = await connected(desk);
    await readAll(id);
    expect(await valueOfLead(one.email, "C1.2")).toBe("Head of Operations");
    expect((await did(one.email)).map(({ kind }) => kind).toSorted()).toEqual([
      ...["page_viewed", "remark"],
    ]);
    expect(await streamOf(id, "activities")).toMatchObject({ taken: 2 });
    desk.double.pages.push([visit]);
    await readAll(id, later(6));
    expect(await did(one.email)).toHaveLength(2);
    expect(await streamOf(id, "activities")).toMatchObject({ taken: 2 });
  });

  it("reads the past year besides, the latest first, within its share of the day, and what happens now all the while", async () => {
    const one = aLead(desk);
    const visit = (path: string, days: number) =>
      activityOf(one.id, 1, {
        primaryAttributeValue: `nordlys.example${path}`,
        activityDate: new Date(Date.now() - days * 86_400_000).toISOString(),
      });
    desk.double.pages.push([visit("/a-year-ago", 300)], [visit("/last-month", 40)]);
    desk.double.pages.push([activityOf(one.id, 12), visit("/now", 0.1)]);
    const id = await connected(desk);
    const paths = async () =>
      (await did(one.email)).map(({ details }) => (details as { path?: string }).path).toSorted();
    await read(id);
    const at = await streamOf(id, "activities");
    expect(await paths()).toContain("/now");
    // As after a day that its share was not enough for.
    const past = { token: null, anew: null, from: Date.now() - 365 * 86_400_000, to: Date.now() };
    const position = { ...(at.position as { [key: string]: Json }), past, asked: 1_500 };
    const { connectionId, stream } = sourceStream;
    await db
      .update(sourceStream)
      .set({ position, caughtUpAt: null })
      .where(and(eq(connectionId, id), eq(stream, "activities")));
    const told = async () =>
      (await readings(await aPerson("admin"), [id]))
        .get(id)
        ?.find((of) => of.stream === "activities");
    desk.double.pages.push([visit("/later", 0)]);
    const { length } = await paths();
    await readAll(id, later(6));
    expect(await paths()).toContain("/later");
    expect(await paths()).toHaveLength(length + 1);
    expect(await told()).toMatchObject({ caughtUpAt: null, failure: null });
    expect((await told())?.behind?.restsUntil?.getTime()).toBeGreaterThan(Date.now());
    await readAll(id, later(25 * 60));
    expect(await paths()).toEqual(["/a-year-ago", "/last-month", "/later", "/now"]);
    expect(await told()).toMatchObject({ caughtUpAt: expect.any(Date), behind: null });
  });

  it("follows merges: the one that stays has what all did and all their names, once", async () => {
    const [kept, gone, first] = [aLead(desk), aLead(desk), aLead(desk)];
    const page = (path: string) => ({ primaryAttributeValue: `nordlys.example${path}` });
    const visits = [
      activityOf(kept.id, 1, page("/pricing")),
      activityOf(gone.id, 1, page("/security")),
      activityOf(first.id, 1, page("/integrations")),
    ];
    desk.double.pages.push(visits);
    const id = await connected(desk);
    await readAll(id);
    expect(await did(gone.email)).toHaveLength(1);
    const goneId = (await leadOf(gone.email))?.id ?? "";
    // Of two steps the later one is read first; what was merged is no lead there any more.
    const merge = (leadId: number, into: string) =>
      activityOf(leadId, 32, { attributes: [{ name: "Merge IDs", value: into }] });
    desk.double.leads.splice(desk.double.leads.length - 2, 2);
    Object.assign(desk.double.leads.at(-1) ?? {}, { title: "VP Operations" });
    desk.double.pages.push([merge(kept.id, `[${gone.id}]`)]);
    await readAll(id, later(6));
    desk.double.pages.push([merge(gone.id, String(first.id))]);
    await readAll(id, later(12));
    expect((await did(kept.email)).map(({ details }) => details)).toEqual(
      expect.arrayContaining(
        ["/pricing", "/security", "/integrations"].map((path) => expect.objectContaining({ path })),
      ),
    );
    const [merged] = await db.select().from(lead).where(eq(lead.id, goneId));
    expect(merged).toMatchObject({ status: "excluded", email: null });
    expect(await valueOfLead(kept.email, "C1.2")).toBe("VP Operations");
    // The same once more, and what comes later under a name of before.
    desk.double.pages.push([
      ...visits,
      merge(kept.id, `[${gone.id}]`),
      activityOf(first.id, 1, page("/")),
    ]);
    await readAll(id, later(18));
    expect(await did(kept.email)).toHaveLength(4);
    const [again] = await captureLeads(
      READER,
      [{ input: leadInput.parse({ email: gone.email }), source: "form", provider: "Tests" }],
      new Date(),
    );
    expect(again?.leadId).toBe((await leadOf(kept.email))?.id ?? (await leadOf(gone.email))?.id);
  });

  it("passes over an activity that is not as documented, says so, and reads the others", async () => {
    const one = aLead(desk);
    const visit = (more: object) =>
      activityOf(one.id, 1, { primaryAttributeValue: "nordlys.example/pricing", ...more });
    desk.double.pages.push([
      visit({ leadId: String(one.id), activityTypeId: "1" }),
      visit({ leadId: "nobody" }),
      activityOf(one.id, 12),
    ]);
    const id = await connected(desk);
    await readAll(id);
    expect(await did(one.email)).toHaveLength(1);
    const { refused, words } = await streamOf(id, "activities");
    expect([refused, words]).toEqual([1, expect.stringContaining("not read: leadId")]);
  });

  it("reads a lead that its unsigned webhook names, where that brings the secret", async () => {
    const one = aLead(desk);
    const id = await connected(desk);
    const send = async (secret: string, body: object) => {
      const request = new Request(`http://baton.test/api/webhooks/marketo/${id}`, {
        ...{ method: "POST", body: JSON.stringify(body), headers: { "x-baton-secret": secret } },
      });
      const params = Promise.resolve({ system: "marketo", connection: id });
      const { status } = await POST(request, { params });
      const kept = await db.select().from(webhookEvent).where(eq(webhookEvent.connectionId, id));
      for (const event of kept) await takeEvent(READER, event.id, new Date());
      return status;
    };
    expect(await send("another-secret-of-it", { id: String(one.id) })).toBe(401);
    expect(await send(WEBHOOK_SECRET, { id: String(one.id) })).toBe(202);
    // The same template says the same each time a lead changes.
    expect(await send(WEBHOOK_SECRET, { id: String(one.id) })).toBe(202);
    await readAll(id);
    expect(await leadOf(one.email)).toBeDefined();
  });
});
