import { describe, expect, it } from "vitest";
import type { FieldRow } from "./merge-fields";
import { techSignals } from "./tech-signals";

const row = (provider: string, value: string[] | null, more: Partial<FieldRow> = {}): FieldRow => ({
  fieldId: "C2.4",
  source: "enrichment",
  provider,
  value,
  verified: true,
  obtainedAt: "2026-06-03T10:00:00.000Z",
  prevails: false,
  ...more,
});

describe("C2.4 tech stack signals, with their sources", () => {
  it("lists each tool once, with everybody who names it", () => {
    const rows = [
      row("ZoomInfo", ["SFDC", "Azure"]),
      row("Clearbit", ["salesforce", "google_tag_manager"], { prevails: true }),
    ];
    expect(techSignals(rows)).toMatchObject({
      value: ["Salesforce", "Google Tag Manager", "Azure"],
      provider: "Clearbit",
      detail: {
        sources: {
          Salesforce: ["Clearbit", "ZoomInfo"],
          "Google Tag Manager": ["Clearbit"],
          Azure: ["ZoomInfo"],
        },
      },
    });
  });

  it("takes a person's list for the whole", () => {
    const rows = [
      row("Mia Berg", ["SAP"], { source: "person", prevails: true }),
      row("Clearbit", ["Salesforce"]),
    ];
    expect(techSignals(rows)?.value).toEqual(["SAP"]);
  });

  it("leaves 'not obtainable' what it is, and does not count it", () => {
    const given = { notObtainable: "They would not say", value: null } as const;
    const person = row("Mia Berg", null, { source: "person", ...given });
    expect(techSignals([{ ...person, prevails: true }])).toMatchObject(given);
    expect(techSignals([person, row("Clearbit", ["SAP"], { prevails: true })])?.value).toEqual([
      "SAP",
    ]);
  });

  it("is none where nobody gave one", () => {
    expect(techSignals([])).toBeUndefined();
  });
});
