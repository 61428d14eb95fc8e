import { describe, expect, it } from "vitest";
import { activityRow } from "./activity-row";
import { guessMapping } from "./columns";
import { leadRow } from "./lead-row";
import { outcomeRow } from "./outcome-row";
import { columnOf, valuesOf } from "./values";

const columns = guessMapping(["mql_id", "E-Mail", "first_contact_date", "budget"], [], "leads");

describe("K.1 a row becomes a lead", () => {
  it("by the columns that fill fields", () => {
    const { values, others } = valuesOf(["dac32", "Ann@N.example", "2018-02-01", "7"], columns);
    expect(others).toEqual({ budget: "7" });
    expect(leadRow(values)).toEqual({
      ok: true,
      input: {
        externalId: "dac32",
        email: "ann@n.example",
        capturedAt: new Date("2018-02-01T00:00:00Z"),
      },
    });
  });

  it("without an address where a placeholder stands and the external id identifies it", () => {
    const { values } = valuesOf(["dac32", "N/A", "", ""], columns);
    expect(leadRow(values)).toEqual({ ok: true, input: { externalId: "dac32" } });
  });

  it.each([
    [["", "ann", "2018-02-01", ""], "E-Mail", "has no @"],
    [["", "", "2018-02-01", ""], "E-Mail", "is missing, and there is no externalId either"],
    [["dac32", "", "03/04/2026", ""], "first_contact_date", "can be read as two different days"],
    [["dac32\0", "", "", ""], "mql_id", "contains a character that cannot be kept"],
  ])("or names the column at fault: %j", (cells, column, reason) => {
    const answer = leadRow(valuesOf(cells, columns).values);
    if (answer.ok) throw new Error("was taken");
    expect(columnOf(answer.field, columns)).toBe(column);
    expect(answer.reason).toContain(reason);
  });
});

describe("K.1 a row becomes an activity", () => {
  const visit = {
    id: "v1",
    leadEmail: "ann@n.example",
    kind: "Page viewed",
    occurredAt: "2026-06-03 10:00:00",
    path: "/pricing",
    seconds: "12,5",
    transcript: "",
    subject: "of another kind",
  };

  it("with what its kind needs, and without what it does not", () => {
    expect(activityRow(visit)).toMatchObject({
      ok: true,
      input: { kind: "page_viewed", details: { path: "/pricing", seconds: 12.5 } },
    });
  });

  it.each([
    ["kind", { ...visit, kind: "seen" }, "is not one of page_viewed"],
    ["kind", { ...visit, kind: "" }, "is not one of page_viewed"],
    ["path", { ...visit, path: "" }, "is missing"],
    ["seconds", { ...visit, seconds: "a while" }, "is not a number"],
    ["leadEmail", { ...visit, leadEmail: "" }, "is missing"],
    ["occurredAt", { ...visit, occurredAt: "" }, "is missing"],
  ])("or names the %s", (field, values, reason) => {
    expect(activityRow(values)).toMatchObject({
      ok: false,
      field,
      reason: expect.stringContaining(reason),
    });
  });
});

describe("R.1 a row becomes a won deal", () => {
  it("with every other column kept", () => {
    expect(
      outcomeRow(
        { externalId: "5420", wonAt: "2018-02-26 19:58:54" },
        { segment: "pet", gtin: "" },
      ),
    ).toEqual({
      ok: true,
      input: {
        externalId: "5420",
        wonAt: new Date("2018-02-26T19:58:54Z"),
        details: { segment: "pet" },
      },
    });
    expect(outcomeRow({ externalId: "5420", wonAt: "" }, {})).toMatchObject({
      field: "wonAt",
      reason: "is missing",
    });
  });
});
