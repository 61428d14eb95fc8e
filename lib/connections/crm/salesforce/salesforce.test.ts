import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FAULTS } from "@/e2e/doubles/double";
import {
  SALESFORCE_APP,
  type Salesforce,
  salesforceGiven,
  startSalesforce,
} from "@/e2e/doubles/salesforce/salesforce";
import type { Answer, Subject } from "@/lib/enrichment/provider";
import type { CrmGiven } from "../crm";
import { salesforce } from "./salesforce";

let double: Salesforce;
beforeEach(async () => {
  double = await startSalesforce();
});
afterEach(() => double.close());

// How fast a machine is, is no matter here.
const soon = () => new AbortController().signal;
const open = (given: CrmGiven = salesforceGiven(double.address)) => salesforce.open(given);
const lacks = () => open().lacks([{ from: "C1.2", to: "Title", field: null }], soon());
const fieldOf = (object: string, name: string) =>
  double.objects[object]?.find((field) => field.name === name) ?? {};

describe("K.5 what Salesforce lacks is named exactly", () => {
  it("is nothing where all is there", async () => {
    expect(await lacks()).toEqual([]);
  });

  it("is the scope, the secret or the app", async () => {
    double.scopes("chatter_api refresh_token");
    expect(await lacks()).toMatchObject({ words: expect.stringContaining("scope ‘api’") });
    const wrong = salesforceGiven(double.address);
    wrong.secrets.clientSecret = "another";
    expect(await open(wrong).describe(soon())).toMatchObject({
      ...{ cause: "unauthorised", words: expect.stringContaining("consumer secret") },
    });
  });

  it("is the field for our id, on each object, and what the user may not do", async () => {
    double.objects.Task = (double.objects.Task ?? []).filter(({ name }) => name !== "Baton_Id__c");
    Object.assign(fieldOf("Lead", "Baton_Id__c"), { externalId: false });
    Object.assign(fieldOf("Lead", "Title"), { updateable: false });
    delete double.objects.Opportunity;
    const missing = await lacks();
    expect(missing).toEqual([
      "Lead.Baton_Id__c is not marked as external ID.",
      expect.stringMatching(/^Field map: Title may not be written/),
      expect.stringMatching(/^Activity \(for tasks\) has no field Baton_Id__c/),
      expect.stringMatching(/^The user may not read Opportunity/),
    ]);
  });
});

describe("signing in", () => {
  it("works as the app itself, where there is no refresh token", async () => {
    const { clientId, clientSecret } = SALESFORCE_APP;
    const given = { settings: { clientId, address: double.address }, secrets: { clientSecret } };
    expect(await open(given).describe(soon())).toBeInstanceOf(Array);
    expect(double.asked[0]?.body).toMatchObject({ grant_type: "client_credentials" });
  });

  it("is done once for many calls, and ends with the time limit where nobody answers", async () => {
    await Promise.all([open().describe(soon()), open().describe(soon())]);
    expect(double.asked.filter(({ path }) => path.endsWith("/token"))).toHaveLength(1);
    double.fail(FAULTS.silence);
    expect(await open().describe(AbortSignal.timeout(50))).toMatchObject({ cause: "time_limit" });
  });

  it("does not send the token where a redirection leads", async () => {
    await open().describe(soon());
    double.fail(FAULTS["a redirection"]);
    expect(await open().describe(soon())).toMatchObject({ cause: "refused" });
  });

  it("does not send the token to a host that is not Salesforce's", async () => {
    double.fail({
      ...{ status: 200, headers: { "content-type": "application/json" } },
      body: JSON.stringify({
        access_token: "t",
        instance_url: "https://salesforce.com.evil.example",
      }),
    });
    expect(await open().describe(soon())).toMatchObject({
      words: expect.stringContaining("not Salesforce’s"),
    });
  });
});

describe("C2.5 the CRM match", () => {
  const subject: Subject = {
    ...{ email: "ingrid@nordlys.example", domain: "nordlys.example" },
    ...{ companyName: "Nordlys", fullName: null, linkedin: null },
  };
  const ask = async (): Promise<Answer> => {
    const [lookup] = salesforce.connect(salesforceGiven(double.address)).lookups;
    if (!lookup) throw new Error("There is no lookup.");
    return lookup.ask(subject, soon());
  };
  const match = (value: string) => ({ values: { "C2.5": { value, source: "crm" } } });
  const account = (Type: string | null, Website = "https://www.nordlys.example/no") =>
    double.tables.Account?.push({ Id: "001N", Name: "Nordlys", Type, Website });

  it("is none where nobody there knows the company, and a company of a like name is another", async () => {
    account("Customer - Direct", "nordlys.example.com");
    expect(await ask()).toMatchObject(match("none"));
  });

  it.each([
    [null, [], "existing_account"],
    ["Prospect", [{ IsClosed: true, IsWon: true }], "existing_customer"],
    ["Customer - Direct", [], "existing_customer"],
    ["Former customer", [{ IsClosed: true, IsWon: true }], "former_customer"],
    ["Customer - Direct", [{ IsClosed: false, IsWon: false }], "active_opportunity"],
  ])("of an account of type %s with deals %j is %s", async (type, deals, expected) => {
    account(type);
    double.tables.Opportunity?.push(...deals.map((deal) => ({ AccountId: "001N", ...deal })));
    expect(await ask()).toMatchObject(match(expected));
  });

  it("is found by a contact's address, where the account has no website", async () => {
    double.tables.Account?.push({ Id: "001C", Type: null, Website: null });
    double.tables.Contact?.push({ AccountId: "001C", Email: "Ingrid@nordlys.example" });
    expect(await ask()).toMatchObject(match("existing_account"));
  });

  it("is not known, and no match, where it does not answer", async () => {
    double.fail(FAULTS["a fault of its own"]);
    expect(await ask()).toMatchObject({ answer: "failed", cause: "broken" });
  });
});
