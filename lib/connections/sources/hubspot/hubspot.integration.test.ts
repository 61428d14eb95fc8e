import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { did, leadOf, valueOfLead } from "@/db/factories/read-back";
import { lead, leadField, leadIdentity } from "@/db/schema/lead";
import { sourceRecord } from "@/db/schema/source";
import { testDatabase } from "@/db/testing/database";
import { aContact, connected, hubspotDesk, inNordlys, OBJECTS } from "@/e2e/doubles/hubspot-desk";
import { MINUTE } from "@/lib/platform/durations";
import { externalIdOf } from "../external-id";
import { readings } from "../queries";
import { later, readAll } from "../testing/reading";

const { db } = testDatabase();
const desk = hubspotDesk();

describe("K.1 HubSpot is read: all there is, then what changes", () => {
  it("takes contacts with their companies, beyond one page, and none twice", async () => {
    const { companies } = desk.hubspot.account;
    for (let number = 1; number <= 103; number += 1)
      companies.push({ id: String(number), properties: { name: `Firm ${number} AS` } });
    const [one, other] = [
      aContact(desk, { associatedcompanyid: "1" }),
      aContact(desk, { associatedcompanyid: "103" }),
    ];
    const id = await connected(desk, OBJECTS);
    await readAll(id);
    await readAll(id, later(6));
    const { id: leadId = "" } = (await leadOf(other.email)) ?? {};
    const fields = await db.select().from(leadField).where(eq(leadField.leadId, leadId));
    expect(fields.find(({ fieldId }) => fieldId === "C1.3")).toMatchObject({
      ...{ source: "map", value: "Firm 103" },
    });
    const ours = externalIdOf("hubspot", id, one.id);
    const named = await db.select().from(leadIdentity).where(eq(leadIdentity.value, ours));
    expect(named).toMatchObject([{ leadId: (await leadOf(one.email))?.id }]);
    const told = (await readings(desk.admin, [id])).get(id);
    expect(told?.map(({ holds }) => holds)).toEqual(["contacts", "companies"]);
    expect(told?.[0]).toMatchObject({ taken: 2, refused: 0, failure: null, changed: 0 });
    expect(told?.every(({ caughtUpAt }) => caughtUpAt)).toBe(true);
    const seen = await db.select().from(sourceRecord).where(eq(sourceRecord.connectionId, id));
    expect(seen).toHaveLength(105);
  });

  it("keeps what somebody did until they are known, and takes it once however often it is read", async () => {
    const id = await connected(desk);
    const [email, at] = [`late.${randomUUID()}@nordlys.example`, Date.now() - 30 * MINUTE];
    const { account } = desk.hubspot;
    account.pages.push({
      ...{
        id: `leviathan-${randomUUID()}`,
        objectId: "77",
        occurredAt: new Date(at).toISOString(),
      },
      properties: { hs_url: "https://nordlys.example/pricing?a=1", hs_page_title: "" },
    });
    const values = [
      { name: "email", value: email },
      { name: "message", value: "Please call" },
    ];
    account.forms.push({ id: "guid", name: "Demo", submissions: [{ submittedAt: at, values }] });
    const mail = { id: "mail", recipient: email, emailCampaignId: 12, created: at };
    account.emails.push({ ...mail, type: "CLICK", url: "https://nordlys.example/x" });
    account.emails.push({ ...mail, type: "DROPPED" }, { ...mail, type: "OPEN", created: at + 1 });
    await readAll(id);
    expect(await leadOf(email)).toBeUndefined();
    account.contacts.push({ id: "77", properties: inNordlys({ email }) });
    await readAll(id, later(6));
    await readAll(id, later(12));
    const rows = await did(email);
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual([
      ...["email_clicked", "email_opened", "form_submitted", "page_viewed"],
    ]);
    expect(rows.find(({ kind }) => kind === "email_clicked")).toMatchObject({
      ...{ source: "HubSpot", details: { subject: "Subject of 12", messageId: "hubspot-12" } },
    });
  });

  it("follows a merge: the contact that stays is the lead that both were", async () => {
    const [kept, gone] = [aContact(desk), aContact(desk)];
    const id = await connected(desk, OBJECTS);
    await readAll(id);
    const goneId = (await leadOf(gone.email))?.id ?? "";
    const { contacts } = desk.hubspot.account;
    contacts.splice(
      contacts.findIndex((one) => one.id === gone.id),
      1,
    );
    Object.assign(contacts.find((one) => one.id === kept.id)?.properties ?? {}, {
      hs_merged_object_ids: gone.id,
      lastmodifieddate: new Date().toISOString(),
    });
    await readAll(id, later(6));
    const [merged] = await db.select().from(lead).where(eq(lead.id, goneId));
    expect(merged).toMatchObject({ status: "excluded", email: null });
    const ours = externalIdOf("hubspot", id, gone.id);
    const [named] = await db.select().from(leadIdentity).where(eq(leadIdentity.value, ours));
    expect(named?.leadId).toBe((await leadOf(kept.email))?.id);
  });

  it("reads the contacts of a company that changed, and only certain stages where these are set", async () => {
    const firm = { id: "9", properties: { name: "Nordlys", hs_lastmodifieddate: "" } };
    desk.hubspot.account.companies.push(firm);
    const one = aContact(desk, { associatedcompanyid: "9", lifecyclestage: "lead" });
    const other = aContact(desk, { lifecyclestage: "customer" });
    const id = await connected(desk, { ...OBJECTS, stages: "lead, marketingqualifiedlead" });
    await readAll(id);
    expect(await leadOf(other.email)).toBeUndefined();
    Object.assign(firm.properties, {
      ...{ name: "Polarlys", hs_lastmodifieddate: new Date().toISOString() },
    });
    await readAll(id, later(6));
    expect(await valueOfLead(one.email, "C1.3")).toBe("Polarlys");
  });
});
