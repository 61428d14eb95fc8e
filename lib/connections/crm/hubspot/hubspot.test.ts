import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FAULTS, json } from "@/e2e/doubles/double";
import { HUBSPOT_FAULTS, type Hubspot, hubspotCrmGiven, startHubspot } from "@/e2e/doubles/hubspot";
import { said } from "@/e2e/doubles/hubspot-account";
import type { Answer } from "@/lib/enrichment/provider";
import type { Going } from "../crm";
import { hubspotCrm } from "./hubspot";

let double: Hubspot;
beforeEach(async () => {
  double = await startHubspot();
});
afterEach(() => double.close());

// How fast a machine is, is no matter here.
const soon = () => new AbortController().signal;
const open = () => hubspotCrm.open(hubspotCrmGiven(double.address));
const entry = { from: "C1.2", to: "jobtitle", field: null };
const lacks = () => open().lacks([entry], soon());
const property = (name: string) => double.account.properties.find((one) => one.name === name) ?? {};

describe("K.5 what HubSpot lacks is named exactly", () => {
  it("is nothing where all is there", async () => {
    expect(await lacks()).toEqual([]);
  });

  it("is each scope, by its name and with what it is for", async () => {
    const { revoked } = double.account;
    revoked.set(/contacts\/batch\/update/, "crm.objects.contacts.write");
    revoked.set(/deals/, "crm.objects.deals.read");
    revoked.set(/properties\/contacts/, "crm.schemas.contacts.read");
    expect(await lacks()).toEqual([
      "The scope crm.objects.contacts.write is missing, so contacts cannot be written.",
      "The scope crm.objects.deals.read is missing, so what becomes of leads is not known.",
      "Needs the scope crm.schemas.contacts.read, so its properties are not known.",
    ]);
  });

  it("is the property for our id, and what of the map does not fit", async () => {
    Object.assign(property("baton_id"), { hasUniqueValue: false });
    Object.assign(property("jobtitle"), { type: "number" });
    expect(await lacks()).toEqual([
      expect.stringMatching(/^The property baton_id does not require unique values/),
      expect.stringMatching(/^Field map: jobtitle is a number field \(number\)/),
    ]);
    double.account.properties.length = 0;
    expect(await lacks()).toEqual([
      expect.stringMatching(/^Contacts have no property baton_id/),
      "Field map: jobtitle is not there.",
    ]);
  });

  it("is the token, where that is not accepted", async () => {
    double.fail(HUBSPOT_FAULTS["a revoked token"]);
    expect(await lacks()).toMatchObject({ answer: "failed", cause: "unauthorised" });
  });
});

describe("what HubSpot says of its properties", () => {
  it("tells checkboxes from choices, days from moments, and leaves out what Baton writes itself", async () => {
    double.account.properties.push({
      ...(property("baton_routed") as (typeof double.account.properties)[number]),
      ...{ name: "a_day", type: "date" },
    });
    const fields = await open().describe(soon());
    if (!Array.isArray(fields)) throw new Error(fields.words);
    const kinds = Object.fromEntries(fields.map(({ name, kind }) => [name, kind]));
    expect(kinds).toMatchObject({
      ...{ jobtitle: "text", baton_score: "number", baton_warm: "yes or no" },
      ...{ baton_routed: "date", a_day: "day", baton_answer: "choice" },
    });
    expect(Object.keys(kinds)).not.toContain("baton_id");
    expect(Object.keys(kinds)).not.toContain("hubspot_owner_id");
    expect(fields.find(({ name }) => name === "lastmodifieddate")).toMatchObject({
      writeable: false,
    });
  });
});

const going = (more: Partial<Going> = {}): Going => ({
  ...{ id: "1", leadId: "0b9a2c10-0000-4000-8000-000000000001", email: "ingrid@nordlys.example" },
  ...{
    lastName: "Solberg",
    company: "Nordlys",
    ownerEmail: null,
    note: null,
    again: false,
    recordId: null,
  },
  ...{ values: { jobtitle: "VP Operations" }, at: new Date("2026-06-03T10:00:00Z"), ...more },
});

describe("a lead that goes out to HubSpot", () => {
  it("that another lead of Baton's has already is not taken from it: only its note goes out", async () => {
    const taken = { email: "ingrid@nordlys.example", baton_id: "another", jobtitle: "Kept" };
    double.account.contacts.push({ id: "7", properties: taken });
    const note = { key: "n-1", title: "Title", text: "1 < 2" };
    const [written] = await open().write([going({ note })], soon());
    expect(written).toMatchObject({
      recordId: "7",
      words: expect.stringContaining("Another lead"),
    });
    expect(taken).toMatchObject({ baton_id: "another", jobtitle: "Kept" });
    expect(double.account.notes).toMatchObject([
      { contactId: "7", properties: { hs_note_body: expect.stringContaining("1 &lt; 2") } },
    ]);
  });

  it("is the only one that gets a contact, where another of its batch has a second address of it", async () => {
    const properties = {
      email: "ingrid@nordlys.example",
      hs_additional_emails: "is@nordlys.example",
    };
    double.account.contacts.push({ id: "7", properties });
    const note = { key: "n-2", title: "Title", text: "Hers, too" };
    const values = { jobtitle: "Another title" };
    const second = { id: "2", leadId: "0b9a2c10-0000-4000-8000-000000000002", values, note };
    const leads = [going(), going({ ...second, email: "is@nordlys.example" })];
    const [first, other] = await open().write(leads, soon());
    expect(first).not.toHaveProperty("words");
    expect(other).toMatchObject({ recordId: "7", words: expect.stringContaining("Another lead") });
    expect(properties).toMatchObject({ baton_id: going().leadId, jobtitle: "VP Operations" });
    expect(double.account.notes).toMatchObject([{ contactId: "7" }]);
    // Where the first is refused, nobody has it yet.
    Object.assign(properties, { baton_id: "" });
    const refused = going({ values: { baton_answer: "Perhaps" } });
    await open().write([refused, ...leads.slice(1)], soon());
    expect(properties).toMatchObject({ baton_id: second.leadId, jobtitle: "Another title" });
  });

  it("whose address HubSpot knows as a second one goes to the contact that it names", async () => {
    const properties = {
      ...{ email: "other@nordlys.example", jobtitle: "Of old" },
      hs_additional_emails: "is@nordlys.example;ingrid@nordlys.example",
    };
    double.account.contacts.push({ id: "171591000198", properties });
    const note = { key: "n-3", title: "Title", text: "Found at last" };
    const next = going({ id: "2", leadId: "0b9a2c10-0000-4000-8000-000000000002", email: null });
    const written = await open().write([going({ note }), next], soon());
    expect(written).toMatchObject([{ recordId: "171591000198" }, { object: "contact" }]);
    expect(properties).toMatchObject({
      ...{ email: "other@nordlys.example", jobtitle: "VP Operations" },
      baton_id: going().leadId,
    });
    expect(double.account.notes).toMatchObject([{ contactId: "171591000198" }]);
    // Another lead of the same person has it by then, who is not taken from the first.
    const third = { id: "3", leadId: "0b9a2c10-0000-4000-8000-000000000003" };
    const values = { jobtitle: "Another title" };
    const [other] = await open().write(
      [going({ ...third, email: "is@nordlys.example", values })],
      soon(),
    );
    expect(other).toMatchObject({
      recordId: "171591000198",
      words: expect.stringContaining("Another lead"),
    });
    expect(properties).toMatchObject({ baton_id: going().leadId, jobtitle: "VP Operations" });
  });

  const conflict = (words: string) =>
    json(409, said("CONFLICT", `Contact already exists.${words}`));
  const refusesToMake = (words: string) =>
    double.failAfter({ on: /objects\/contacts$/, answered: 0, reply: conflict(words) });

  it.each(["", " Existing ID: 41"])(
    "waits where HubSpot refuses it beside a contact that nobody finds by then (‘%s’)",
    async (words) => {
      refusesToMake(words);
      const [written] = await open().write([going()], soon());
      expect(written).toMatchObject({
        not: { cause: "broken", words: expect.stringContaining("409") },
      });
      expect(written).not.toMatchObject({ not: { final: true } });
    },
  );

  it.each([
    ["its second address", { hs_additional_emails: "is@nordlys.example;ingrid@nordlys.example" }],
    ["our id", { baton_id: going().leadId }],
  ])("is found by %s where HubSpot refuses it and names no contact", async (_, more) => {
    const properties = { email: "other@nordlys.example", jobtitle: "Of old", ...more };
    // It was made in the moment between: what was looked up before did not know it yet.
    const held = double.holdBack(/objects\/contacts$/);
    refusesToMake("");
    const writing = open().write([going()], soon());
    await held.arrived;
    double.account.contacts.push({ id: "41", properties });
    held.release();
    expect(await writing).toMatchObject([{ recordId: "41" }]);
    expect(properties).toMatchObject({ baton_id: going().leadId, jobtitle: "VP Operations" });
  });

  it("whose value is refused names the property and the reason, and nobody else is held up", async () => {
    const bad = going({ values: { baton_answer: "Perhaps" } });
    const other = going({ id: "2", leadId: "0b9a2c10-0000-4000-8000-000000000002", email: null });
    const written = await open().write([bad, other], soon());
    expect(written).toMatchObject([
      {
        not: { final: true, field: "baton_answer", words: expect.stringContaining("INVALID_OPT") },
      },
      { object: "contact" },
    ]);
  });

  it("waits without being asked for, once HubSpot wants to be left alone", async () => {
    double.account.after = { on: /contacts/, reply: HUBSPOT_FAULTS["a limit with Retry-After"] };
    const leads = ["1", "2", "3"].map((id) => going({ id, leadId: id, email: null }));
    const written = await open().write(leads, soon());
    expect(written.every((one) => "not" in one && one.not.retryAfterSeconds === 42)).toBe(true);
    expect(double.asked.filter(({ path }) => path.endsWith("/contacts"))).toHaveLength(1);
  });

  it.each(Object.keys(FAULTS) as (keyof typeof FAULTS)[])(
    "is not lost where HubSpot answers with %s",
    async (name) => {
      if (name === "silence") return;
      double.fail(FAULTS[name]);
      const [written] = await open().write([going()], soon());
      expect(written).toMatchObject({ id: "1", not: { answer: "failed" } });
      expect(written).not.toMatchObject({ not: { final: true } });
    },
  );
});

describe("C2.5 the CRM match by HubSpot", () => {
  const ask = (): Promise<Answer> | undefined => {
    const { lookups } = hubspotCrm.connect(hubspotCrmGiven(double.address));
    const subject = { email: "ingrid@nordlys.example", domain: "nordlys.example" };
    const rest = { companyName: null, fullName: null, linkedin: null };
    return lookups[0]?.ask({ ...subject, ...rest }, soon(), { fills: {} });
  };
  const match = async () => {
    const answer = await ask();
    return answer?.answer === "found" ? answer.values["C2.5"]?.value : answer;
  };
  const company = (properties: Record<string, string>) =>
    double.account.companies.push({
      id: String(double.account.companies.length + 1),
      properties: { domain: "nordlys.example", ...properties },
    });

  it("is none where a company is there for no more than a form", async () => {
    expect(await match()).toBe("none");
    company({ lifecyclestage: "lead" });
    expect(await match()).toBe("none");
  });

  it("is what the company is: an account, a customer, in the middle of a deal, or gone", async () => {
    company({ lifecyclestage: "lead", hubspot_owner_id: "5" });
    expect(await match()).toBe("existing_account");
    company({ lifecyclestage: "former_customer" });
    expect(await match()).toBe("former_customer");
    company({ lifecyclestage: "customer" });
    expect(await match()).toBe("existing_customer");
    company({ hs_num_open_deals: "1", num_associated_deals: "1" });
    expect(await match()).toBe("active_opportunity");
  });

  it("is found by the contact's company where the domain is another", async () => {
    double.account.companies.push({ id: "9", properties: { lifecyclestage: "customer" } });
    double.account.contacts.push({
      ...{ id: "8" },
      properties: { email: "ingrid@nordlys.example", associatedcompanyid: "9" },
    });
    expect(await match()).toBe("existing_customer");
  });
});
