import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { did, leadOf, streamOf } from "@/db/factories/read-back";
import { testDatabase } from "@/db/testing/database";
import { aContact, connected, hubspotDesk } from "@/e2e/doubles/hubspot-desk";
import { noteChanges } from "./commands";
import { askAgain } from "./refused/commands";
import { refusedRecords } from "./refused/queries";
import { later, read, readAll } from "./testing/reading";

const { transaction } = testDatabase();
const desk = hubspotDesk();

describe("K.5 what another system sends and no database keeps", () => {
  it("takes in a form whose name holds a NUL, without it", async () => {
    const { email } = aContact(desk);
    const submission = {
      submittedAt: Date.now() - 60_000,
      values: [{ name: "email", value: email }],
    };
    desk.hubspot.account.forms.push({ id: "f1", name: "Demo\0form", submissions: [submission] });
    const id = await connected(desk, { leaveOut: "companies, emails, pages" });
    await readAll(id);
    await readAll(id, later(6));
    expect(await streamOf(id, "forms")).toMatchObject({ failure: null });
    expect(await did(email)).toMatchObject([{ details: { form: "Demoform" } }]);
  });

  it("passes over an item that is not as documented, says so, and takes its neighbours", async () => {
    const { id: contactId, email } = aContact(desk);
    const { account } = desk.hubspot;
    const at = Date.now() - 60_000;
    const odd = (more: object) => more as never;
    const filled = { submittedAt: at, values: [{ name: "email", value: email }] };
    const unfilled = odd({ submittedAt: "yesterday", values: [] });
    account.forms.push(odd({ id: null, name: "Nameless" }), {
      id: "f2",
      name: "Demo",
      submissions: [unfilled, filled],
    });
    const mail = { type: "OPEN", recipient: email, emailCampaignId: "12", created: at };
    account.emails.push({ ...mail, id: "m1" }, { ...mail, id: { no: "id" } });
    const occurredAt = new Date(at).toISOString();
    const properties = { hs_url: "https://nordlys.example/pricing" };
    account.pages.push(
      { id: randomUUID(), objectId: contactId, occurredAt, properties },
      odd({ id: randomUUID(), objectId: null, occurredAt, properties }),
    );
    Object.assign(account.contacts.at(-1)?.properties ?? {}, { hubspotscore: 40, website: {} });
    const id = await connected(desk, { leaveOut: "companies" });
    await readAll(id);
    await readAll(id, later(1));
    expect((await did(email)).map(({ kind }) => kind)).toEqual([
      ...["email_opened", "form_submitted", "page_viewed"],
    ]);
    for (const [stream, refused] of Object.entries({ forms: 2, emails: 1, pages: 1, contacts: 0 }))
      expect(await streamOf(id, stream)).toMatchObject({ failure: null, refused });
  });

  it("reads what changed beside a record that the other side refuses, and asks for that one later", async () => {
    const id = await connected(desk, { leaveOut: "companies, forms, emails, pages" });
    await readAll(id);
    const bad = "99999999999999999999";
    const many = Array.from({ length: 7 }, () => aContact(desk));
    const said = (ids: string[]) => {
      const named = ids.map((one) => ({ stream: "contacts", id: one }));
      return transaction((tx) => noteChanges(tx, id, named, new Date()));
    };
    await said([bad]);
    await said([...many.map((one) => one.id), bad]);
    const asked = () => desk.hubspot.asked.filter(({ path }) => path.endsWith("batch/read")).length;
    const before = asked();
    await readAll(id);
    for (const { email } of many) expect(await leadOf(email)).toBeDefined();
    const { failure, refused, words } = await streamOf(id, "contacts");
    expect([failure, refused]).toEqual([null, 1]);
    expect(words).toContain(`not read: ${bad}: `);
    expect(asked() - before).toBeLessThan(10);
    // By itself it stops neither the round nor what is said to have changed next.
    const next = aContact(desk);
    await readAll(id, later(61));
    expect(await leadOf(next.email)).toBeDefined();
    expect(await streamOf(id, "contacts")).toMatchObject({ failure: null, refused: 2 });
  });

  it("asks less and less often for what is refused, gives it up after a week, and asks anew when told to", async () => {
    const id = await connected(desk, { leaveOut: "companies, forms, emails, pages" });
    await readAll(id);
    const { id: bad, email } = aContact(desk, { lastmodifieddate: "" });
    desk.hubspot.account.refused.add(bad);
    const changed = [{ stream: "contacts", id: bad }];
    const said = () => transaction((tx) => noteChanges(tx, id, changed, new Date()));
    const asked = () => desk.hubspot.asked.filter(({ path }) => path.endsWith("batch/read")).length;
    // A little before each fourth hour, so that no time is hit by chance.
    const days = async (from: number, to: number) => {
      const before = asked();
      for (let hour = from * 24; hour < to * 24; hour += 4)
        await read(id, later(Math.max(0, hour * 60 - 1)));
      return asked() - before;
    };
    await said();
    expect(await days(0, 1)).toBeGreaterThan(3);
    const [waits] = await refusedRecords(desk.admin, id);
    expect(waits).toMatchObject({ stream: "contacts", recordId: bad, reason: expect.any(String) });
    expect(waits?.againAt?.getTime()).toBeGreaterThan(later(24 * 60).getTime());
    expect(await days(1, 8)).toBeLessThan(6);
    expect(await refusedRecords(desk.admin, id)).toMatchObject([{ recordId: bad, againAt: null }]);
    expect(await days(8, 11)).toBe(0);
    // Where it is said to change once more it is asked for once more.
    await said();
    expect(await days(11, 12)).toBe(1);
    // Told to, it begins anew, and is none of these any more once it can be read.
    desk.hubspot.account.refused.clear();
    const outcome = await askAgain(desk.admin, { connectionId: id }, later(12 * 24 * 60));
    expect(outcome).toMatchObject({ ok: true });
    await read(id, later(12 * 24 * 60));
    expect(await refusedRecords(desk.admin, id)).toEqual([]);
    expect(await leadOf(email)).toBeDefined();
    expect(await askAgain(desk.admin, { connectionId: id }, new Date())).toMatchObject({
      ok: false,
    });
  });

  it("puts nothing off where it may not read at all, and says what is missing", async () => {
    const id = await connected(desk, { leaveOut: "companies, forms, emails, pages" });
    await readAll(id);
    const { id: contactId, email } = aContact(desk);
    const changed = [{ stream: "contacts", id: contactId }];
    await transaction((tx) => noteChanges(tx, id, changed, new Date()));
    desk.hubspot.account.revoked.set(/^\/crm\//, "crm.objects.contacts.read");
    await read(id);
    expect(await streamOf(id, "contacts")).toMatchObject({
      ...{ failures: 1, failure: "Needs the scope crm.objects.contacts.read." },
    });
    desk.hubspot.account.revoked.clear();
    await readAll(id, later(2));
    expect(await leadOf(email)).toBeDefined();
  });

  it("notes on its stream what fails again and again, pauses it, and reads the others on", async () => {
    // An id that is longer than an index takes, and that nothing makes shorter.
    const parent = { associatedcompanyid: randomBytes(6_000).toString("hex") };
    aContact(desk, parent);
    const id = await connected(desk, { leaveOut: "companies, emails, pages" });
    await read(id);
    const first = await streamOf(id, "contacts");
    expect(first).toMatchObject({ failures: 1, position: null, heldUntil: null });
    expect(first.failure).toBe(
      "Sent what Baton could not take in. This was noted as Baton’s fault.",
    );
    expect(await streamOf(id, "forms")).toMatchObject({ failure: null, failures: 0 });
    expect((await streamOf(id, "forms")).readAt).not.toBeNull();
    await read(id, later(1));
    const second = await streamOf(id, "contacts");
    expect(second.failures).toBe(2);
    expect(second.restsUntil?.getTime()).toBeGreaterThan(later(1.5).getTime());
    desk.hubspot.account.contacts.length = 0;
    const { email } = aContact(desk);
    await readAll(id, later(60));
    expect(await leadOf(email)).toBeDefined();
    expect(await streamOf(id, "contacts")).toMatchObject({ failure: null, failures: 0 });
  });
});
