import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { json } from "@/e2e/doubles/double";
import {
  PIPEDRIVE_FAULTS,
  type Pipedrive,
  pipedriveGiven,
  startPipedrive,
} from "@/e2e/doubles/pipedrive";
import { pipedrive } from "./pipedrive";

let double: Pipedrive;
beforeEach(async () => {
  double = await startPipedrive();
});
afterEach(() => double.close());

// How fast a machine is, is no matter here.
const soon = () => new AbortController().signal;
const open = () => pipedrive.open(pipedriveGiven(double.address));
const entry = { from: "C4.6", to: "Lead: Why now", field: null };
const lacks = () => open().lacks([entry], soon());

describe("K.5 what Pipedrive lacks is named exactly", () => {
  it("is nothing where all is there", async () => {
    expect(await lacks()).toEqual([]);
  });

  it("is each thing that the token may not do, with its scope", async () => {
    double.forbid([{ on: /leads/, writes: true }, { on: /deals$/ }, { on: /Fields/ }]);
    expect(await lacks()).toEqual([
      "The token may not change leads: it needs the scope leads:full.",
      "The token may not see deals: it needs the scope deals:read.",
      "The token may not see custom fields: it needs the scope admin.",
    ]);
  });

  it("is the field for our id, and what of the map is not there", async () => {
    double.company.personFields.shift();
    double.company.dealFields.length = 0;
    expect(await lacks()).toEqual([
      "Persons have no custom field ‘Baton ID’: make it a text field.",
      "Leads and deals have no custom field ‘Baton ID’: make it a text field.",
      "Field map: Lead: Why now is not there.",
    ]);
  });

  it("is the token, where that is not accepted", async () => {
    double.fail(PIPEDRIVE_FAULTS["a revoked token"]);
    expect(await lacks()).toMatchObject({ answer: "failed", cause: "unauthorised" });
  });
});

describe("an empty list of Pipedrive's", () => {
  it.each([
    ["null", { success: true, data: null }],
    ["no success", { success: false, data: [] }],
  ])("may be said as %s", async (_, body) => {
    double.fail(json(200, body));
    expect(await open().describe(soon())).toEqual([]);
  });

  it("is none where an error is named", async () => {
    double.fail(json(200, { success: false, error: "Scope and URL mismatch" }));
    expect(await open().describe(soon())).toMatchObject({ cause: "unreadable" });
  });
});

describe("an error of Pipedrive's", () => {
  const said = (errorCode: number, error: string) =>
    double.fail(json(200, { success: false, error, errorCode }));

  it("means what its code says, also where it comes inside a 200", async () => {
    said(403, "Scope and URL mismatch");
    expect(await open().describe(soon())).toMatchObject({
      ...{ cause: "unauthorised", words: expect.stringContaining("lacks a scope") },
    });
    said(429, "Request over limit");
    expect(await open().describe(soon())).toMatchObject({
      ...{ cause: "rate_limited", retryAfterSeconds: 10 },
    });
    said(401, "unauthorized access");
    expect(await lacks()).toMatchObject({ cause: "unauthorised" });
  });
});

describe("what Pipedrive says of its fields", () => {
  it("is what persons and leads have, choices by their words, without what Baton writes itself", async () => {
    const fields = await open().describe(soon());
    if (!Array.isArray(fields)) throw new Error(fields.words);
    expect(fields.map(({ label, kind }) => [label, kind])).toEqual([
      ["Person: Name", "text"],
      ["Person: Phone", "text"],
      ["Lead: Why now", "text"],
      ["Lead: Answer", "choice"],
    ]);
    const answer = fields.find(({ name }) => name === "Lead: Answer");
    expect(answer?.choices).toEqual(["Accepted", "Rejected"]);
  });
});

it("puts a lead whose company is not known beside no organisation, also where one is called so", async () => {
  double.company.organizations.push({ id: 3, name: "Unknown" }, { id: 4, name: "Nordlys" });
  const going = {
    ...{ values: {}, lastName: "Solberg", ownerEmail: null, note: null },
    at: new Date(),
  };
  const lead = { ...going, email: null, again: false, recordId: null };
  await open().write(
    [
      { ...lead, id: "1", leadId: "one", company: "Unknown" },
      { ...lead, id: "2", leadId: "two", company: "Nordlys" },
    ],
    soon(),
  );
  const { persons, leads } = double.company;
  expect(persons.map(({ org_id }) => org_id)).toEqual([undefined, 4]);
  expect(leads.map(({ organization_id }) => organization_id)).toEqual([undefined, 4]);
});

describe("C2.5 the CRM match by Pipedrive", () => {
  const match = async () => {
    const { lookups } = pipedrive.connect(pipedriveGiven(double.address));
    const subject = {
      ...{ email: "ingrid@nordlys.example", domain: "nordlys.example" },
      ...{ companyName: "Nordlys Logistics", fullName: null, linkedin: null },
    };
    const answer = await lookups[0]?.ask(subject, soon(), { fills: {} });
    return answer?.answer === "found" ? answer.values["C2.5"]?.value : answer;
  };

  it("is what its organisation's deals say, found by a person's address or by its name", async () => {
    expect(await match()).toBe("none");
    const emails = [{ value: "ingrid@nordlys.example" }];
    double.company.persons.push({ id: 1, emails });
    expect(await match()).toBe("none");
    double.company.organizations.push({ id: 3, name: "nordlys logistics" });
    expect(await match()).toBe("existing_account");
    double.company.deals.push({ id: 4, org_id: 3, status: "won" });
    expect(await match()).toBe("existing_customer");
    double.company.deals.push({ id: 5, person_id: 1, status: "open" });
    expect(await match()).toBe("active_opportunity");
  });
});
