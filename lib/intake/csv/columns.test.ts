import { describe, expect, it } from "vitest";
import { keysOf } from "@/lib/platform/keys-of";
import { ACTIVITY_DETAILS } from "../activities/activity";
import { activityEnvelope, leadFields, outcomeInput } from "../input";
import { applyOverrides, fieldsOf, guessMapping } from "./columns";
import { SCORE_COLUMNS } from "./lead-row";
import type { ImportTarget } from "./synonyms";

const guess = (headers: string[], target: ImportTarget = "leads", sample: string[][] = []) =>
  Object.fromEntries(
    guessMapping(headers, sample, target).map(({ header, field }) => [header, field]),
  );

describe("K.1 which column fills which field", () => {
  it("knows the fields that the inputs have, no more and no fewer", () => {
    const { leadId: _, ...envelope } = activityEnvelope;
    const { details: _details, ...outcome } = outcomeInput.shape;
    // A form's fields are many, and a column holds one.
    const ofKinds = Object.values(ACTIVITY_DETAILS)
      .flatMap(({ shape }) => Object.keys(shape))
      .filter((field) => field !== "fields");
    const inputs = {
      leads: [...Object.keys(leadFields), ...Object.keys(SCORE_COLUMNS)],
      activities: [...Object.keys(envelope), ...ofKinds],
      outcomes: Object.keys(outcome),
    };
    for (const target of keysOf(inputs))
      expect(new Set(fieldsOf(target))).toEqual(new Set(inputs[target]));
  });

  it("reads a HubSpot export", () => {
    expect(
      guess([
        "Record ID",
        "First Name",
        "Last Name",
        "Email",
        "Phone Number",
        "Company name",
        "Job Title",
        "Lifecycle Stage",
        "Create Date",
        "Country/Region",
      ]),
    ).toEqual({
      "Record ID": "externalId",
      "First Name": "firstName",
      "Last Name": "lastName",
      Email: "email",
      "Phone Number": "phone",
      "Company name": "company",
      "Job Title": "jobTitle",
      "Lifecycle Stage": null,
      "Create Date": "capturedAt",
      "Country/Region": "region",
    });
  });

  it("reads exports of Marketo, Pardot, Mautic and a German sheet", () => {
    expect(guess(["Email Address", "Company / Account", "Lead Source", "Marketo ID"])).toEqual({
      "Email Address": "email",
      "Company / Account": "company",
      "Lead Source": "channel",
      "Marketo ID": "externalId",
    });
    expect(
      guess(["firstname", "lastname", "email", "company", "position", "mobile"]),
    ).toMatchObject({
      position: "jobTitle",
      mobile: "phone",
    });
    expect(guess(["Vorname", "Nachname", "E-Mail", "Firma", "Telefon", "Land", "Sprache"])).toEqual(
      {
        Vorname: "firstName",
        Nachname: "lastName",
        "E-Mail": "email",
        Firma: "company",
        Telefon: "phone",
        Land: "region",
        Sprache: "language",
      },
    );
  });

  it("reads the marketplace's leads and deals", () => {
    expect(guess(["mql_id", "first_contact_date", "landing_page_id", "origin"])).toEqual({
      mql_id: "externalId",
      first_contact_date: "capturedAt",
      landing_page_id: "asset",
      origin: "channel",
    });
    expect(guess(["mql_id", "seller_id", "won_date", "lead_type"], "outcomes")).toEqual({
      mql_id: "externalId",
      seller_id: null,
      won_date: "wonAt",
      lead_type: null,
    });
  });

  it.each([
    ...["When", "Date", "Timestamp", "Date/Time", "Date and time", "Event time", "Time stamp"],
    ...["Activity time", "Happened at", "Occurred on", "Visit date", "Datum/Uhrzeit", "Wann"],
    ...["Event Timestamp", "Date (UTC)", "Timestamp (UTC)", "Fecha y hora", "Date et heure"],
  ])("reads when something was done from a column %s", (header) => {
    const { [header]: field } = guess([header, "Email", "Type"], "activities");
    expect(field).toBe("occurredAt");
  });

  it.each(["Timestamp", "Submission date", "Submitted", "Date submitted", "Signed up at"])(
    "reads when a lead came from a column %s",
    (header) => expect(guess([header, "Email"])[header]).toBe("capturedAt"),
  );

  it("fills a field from one column only, the one with the commoner name", () => {
    expect(guess(["Work Email", "Email", "Mobile Phone", "Phone"])).toEqual({
      "Work Email": null,
      Email: "email",
      "Mobile Phone": null,
      Phone: "phone",
    });
  });

  it("looks at the cells where a name says nothing", () => {
    const sample = [
      ["a@n.example", "https://linkedin.com/in/ann-lee"],
      ["b@n.example", ""],
    ];
    expect(guess(["Kolumne A", "Kolumne B"], "leads", sample)).toEqual({
      "Kolumne A": "email",
      "Kolumne B": "linkedinUrl",
    });
    expect(guess(["Kolumne A"], "activities", sample)).toEqual({ "Kolumne A": "leadEmail" });
  });
});

describe("K.1 what a person says goes over the guess", () => {
  const columns = guessMapping(["mql_id", "origin", "utm_source", "note"], [], "leads");
  const over = (...overrides: string[]) => {
    const answer = applyOverrides(columns, overrides, "leads");
    return answer.ok
      ? Object.fromEntries(answer.columns.map(({ header, field }) => [header, field]))
      : answer.reason;
  };

  it("maps, leaves out, and takes the field from the column that was guessed", () => {
    expect(over()).toEqual({
      mql_id: "externalId",
      origin: "channel",
      utm_source: null,
      note: null,
    });
    expect(over("UTM_Source=channel", "mql_id=", "note=asset")).toEqual({
      mql_id: null,
      origin: null,
      utm_source: "channel",
      note: "asset",
    });
  });

  it("refuses a column or a field that does not exist, by name", () => {
    expect(over("mql=externalId")).toBe(
      "There is no column 'mql'. The columns are: mql_id, origin, utm_source, note.",
    );
    expect(over("mql_id=leadId")).toMatch(/^There is no field 'leadId'. The fields are: email, /);
    expect(over("mql_id=channel", "note=channel")).toBe(
      "Two columns are mapped to 'channel'. Leave one out.",
    );
    expect(over("mql_id")).toBe("Write a mapping as COLUMN=FIELD, not 'mql_id'.");
  });
});
