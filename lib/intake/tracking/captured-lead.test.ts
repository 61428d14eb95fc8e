import { describe, expect, it } from "vitest";
import { capturedLead } from "./captured-lead";
import type { Loose } from "./loose";
import { readMessage } from "./message";

const now = new Date("2026-06-03T12:00:00.000Z");

function lead(given: Loose) {
  const answer = readMessage({ type: "identify", userId: "u-1", ...given }, {}, now);
  if (!answer.ok) throw new Error(answer.reason);
  const captured = capturedLead(answer.message);
  if (!captured) return null;
  const { capturedAt, ...rest } = captured;
  expect(capturedAt).toEqual(now);
  return rest;
}

describe("C1 what a tracker says of a person", () => {
  it("reads camelCase and snake_case, and a company that is an object", () => {
    const traits = {
      email: "Ada@Nordlys.example",
      first_name: "Ada",
      lastName: "Berg",
      title: "COO",
      phone: 4740612345,
      company: { name: "Nordlys", website: "https://nordlys.example", employee_count: 40 },
      address: { city: "Oslo", country: "Norway" },
    };
    expect(lead({ traits })).toEqual({
      email: "ada@nordlys.example",
      firstName: "Ada",
      lastName: "Berg",
      jobTitle: "COO",
      phone: "4740612345",
      company: "Nordlys",
      companyDomain: "https://nordlys.example",
      employees: "40",
      region: "Norway",
    });
  });

  it("reads a company that is a text, the campaign, and a user id that is an address", () => {
    const context = {
      campaign: { name: "Cold chain", source: "google", medium: "cpc", content: "ROI" },
      locale: "nb-NO",
    };
    expect(
      lead({ userId: "ada@nordlys.example", traits: { company: "Nordlys" }, context }),
    ).toEqual({
      email: "ada@nordlys.example",
      company: "Nordlys",
      language: "nb",
      campaign: "Cold chain",
      channel: "cpc",
      asset: "ROI",
    });
  });

  it("leaves out what cannot be read and keeps the rest", () => {
    const traits = { email: "nobody", firstName: "A\u0000da", phone: "1".repeat(5_000) };
    expect(lead({ traits })).toEqual({ firstName: "Ada" });
    expect(lead({ traits: [] })).toBeNull();
  });

  it("takes a group's name and site for the company, and nothing else of it", () => {
    const traits = { name: "Nordlys", website: "nordlys.example", phone: "+47 1", email: "i@x.no" };
    expect(lead({ type: "group", groupId: "g-1", traits })).toEqual({
      company: "Nordlys",
      companyDomain: "nordlys.example",
    });
  });
});
