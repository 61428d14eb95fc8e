import { describe, expect, it } from "vitest";
import { contactRecord } from "./contact";

const ID = "7d0f8a52-0000-4000-8000-000000000000";
const contact = (properties: Record<string, string | null>) => ({
  id: "51",
  properties: { lastmodifieddate: "2026-06-03T09:30:00.000Z", ...properties },
});

describe("K.1 a contact of HubSpot's as a lead", () => {
  it("takes the company's record before what was typed, and a mobile number before another", () => {
    const company = {
      id: "9",
      properties: {
        ...{ name: "Nordlys Frakt AS", domain: "nordlys.example", numberofemployees: "140" },
        industry: "TRANSPORTATION_TRUCKING_RAILROAD",
      },
    };
    const record = contactRecord(
      contact({
        ...{ email: "Ase@Nordlys.example", firstname: "Åse", lastname: "Berg", company: "nordlys" },
        ...{ phone: "+47 22 00 00 00", mobilephone: "+47 918 12 345", hubspotscore: "62" },
        ...{ hs_analytics_source: "PAID_SEARCH", associatedcompanyid: "9", jobtitle: null },
        hs_merged_object_ids: "44;x;45",
      }),
      company,
      ID,
    );
    expect(record.refused).toEqual([]);
    expect(record).toMatchObject({
      ...{ id: "51", parentId: "9", changedAt: new Date("2026-06-03T09:30:00Z") },
      also: ["hubspot-7d0f8a52-44", "hubspot-7d0f8a52-45"],
      lead: {
        ...{ email: "ase@nordlys.example", company: "Nordlys Frakt AS", phone: "+47 918 12 345" },
        ...{ companyDomain: "nordlys.example", employees: "140", channel: "Paid search" },
        ...{ industry: "Transportation trucking railroad", scores: { total: 62 } },
        externalId: "hubspot-7d0f8a52-51",
      },
    });
    expect(record.lead).not.toHaveProperty("jobTitle");
  });

  it("leaves out what cannot be read, says so, and keeps the rest", () => {
    const given = contact({ email: "not an address", firstname: "Åse", hubspotscore: "1400" });
    const { lead, refused } = contactRecord(given, undefined, ID);
    expect(lead).toMatchObject({ firstName: "Åse", externalId: "hubspot-7d0f8a52-51" });
    expect(lead).not.toHaveProperty("email");
    expect(lead).not.toHaveProperty("scores");
    expect(refused).toHaveLength(1);
  });
});
