import { expect, it } from "vitest";
import { recordAddress } from "./record-address";

const lead = { object: "Lead", recordId: "00Q5e00000AbCdE" };

it("is the record's own page where the connection's address says whose CRM it is", () => {
  const org = "https://nordlys.my.salesforce.com";
  expect(recordAddress("salesforce", org, lead)).toBe(`${org}/00Q5e00000AbCdE`);
  const company = "https://nordlys.pipedrive.com";
  expect(recordAddress("pipedrive", company, { object: "lead", recordId: "ab-12" })).toBe(
    `${company}/leads/inbox/ab-12`,
  );
  expect(recordAddress("pipedrive", company, { object: "deal", recordId: "7" })).toBe(
    `${company}/deal/7`,
  );
});

it("is none where it does not, or where the system is no CRM", () => {
  expect(recordAddress("salesforce", "https://login.salesforce.com", lead)).toBeNull();
  expect(recordAddress("salesforce", "https://my.salesforce.com.example", lead)).toBeNull();
  expect(recordAddress("salesforce", undefined, lead)).toBeNull();
  expect(recordAddress("pipedrive", "https://api.pipedrive.com", lead)).toBeNull();
  expect(recordAddress("hubspot_crm", "https://api.hubapi.com", lead)).toBeNull();
  expect(recordAddress("clearbit", "https://nordlys.pipedrive.com", lead)).toBeNull();
});
