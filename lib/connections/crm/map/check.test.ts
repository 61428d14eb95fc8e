import { describe, expect, it } from "vitest";
import type { CrmField } from "../crm";
import { checkMap, withoutGuesses } from "./check";

const field = (name: string, rest: Partial<CrmField> = {}): CrmField => ({
  ...{ name, label: name, kind: "text", type: "string", writeable: true },
  ...{ length: 255, choices: null, ...rest },
});

const faultOf = (from: string, given: CrmField, before?: CrmField) => {
  const entry = { from, to: given.name, field: before ?? null };
  return checkMap([entry], [given]).faults[0]?.words ?? null;
};

describe("M.1 a field map is held against the CRM's own description", () => {
  it("takes what fits, and keeps what each field is", () => {
    const checked = checkMap([{ from: "C1.2", to: "Title" }], [field("Title", { length: 128 })]);
    expect(checked).toEqual({
      entries: [
        { from: "C1.2", to: "Title", field: { kind: "text", type: "string", length: 128 } },
      ],
      faults: [],
    });
  });

  it.each([
    ["C1.2", field("Title", { writeable: false }), /may not be written/],
    [
      "C1.2",
      field("Score", { kind: "number", type: "double", length: null }),
      /is a number field \(double\)/,
    ],
    ["warm", field("Warm", { kind: "date", type: "datetime" }), /is a date and time field/],
    ["C1.2", field("Day", { kind: "day", type: "date" }), /is a date field \(date\)/],
    ["C3.9", field("Short", { length: 20 }), /holds 20 characters, and Summary needs 255/],
    [
      "answer",
      field("Answer", { kind: "choice", choices: ["Accepted"] }),
      /does not offer ‘Rejected’/,
    ],
    ["C1.2", field("Rating", { kind: "choice", choices: ["Hot"] }), /is a picklist/],
    ["C4.1", field("Owner", { kind: "other", type: "reference" }), /cannot fill/],
  ])("refuses %s in words where the field cannot take it", (from, given, words) => {
    expect(faultOf(from, given)).toMatch(words);
  });

  it.each([
    ["C2.1", field("Staff", { kind: "number" })],
    ["C2.1", field("Staff")],
    ["C2.3", field("Industry", { kind: "choice" })],
    ["C5.1", field("Routed", { kind: "date" })],
    ["C5.1", field("Routed on", { kind: "day", type: "date" })],
    ["link", field("Link", { kind: "link" })],
    ["answer", field("Answer", { kind: "choice", choices: ["Accepted", "Rejected", "Open"] })],
  ])("takes %s where it can", (from, given) => {
    expect(faultOf(from, given)).toBeNull();
  });

  it("says what a field was when it was chosen, and what it is now", () => {
    const now = field("Title", { kind: "number", type: "double", length: null });
    expect(faultOf("C1.2", now, field("Title"))).toBe(
      "is a number field (double) now; it was a text field (string) when it was chosen",
    );
  });

  it("names what is gone, and what is chosen twice", () => {
    expect(checkMap([{ from: "C1.2", to: "Gone__c" }], []).faults).toMatchObject([
      { to: "Gone__c", words: "is not there" },
    ]);
    const twice = [
      { from: "C1.2", to: "Title" },
      { from: "C1.3", to: "Title" },
    ];
    expect(checkMap(twice, [field("Title")]).faults).toMatchObject([
      { from: "C1.3", words: "is chosen twice" },
    ]);
  });

  it("leaves out of a first map what this CRM has no place for, but nothing that somebody chose", () => {
    const guess = { from: "C5.3.channel", to: "LeadSource", field: null };
    const chosen = {
      from: "C1.2",
      to: "Title",
      field: { kind: "text", type: "string", length: 9 },
    } as const;
    const fields = [field("LeadSource", { kind: "choice", choices: ["Web"] })];
    const checked = withoutGuesses(checkMap([guess, chosen], fields), [guess, chosen]);
    expect(checked.entries).toEqual([chosen]);
    expect(checked.faults).toMatchObject([{ to: "Title", words: "is not there" }]);
  });
});
