import { describe, expect, it } from "vitest";
import { activityInput, leadInput, outcomeInput } from "./input";

const faults = (result: ReturnType<typeof leadInput.safeParse>) =>
  result.error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);

describe("K.1 a lead as it arrives", () => {
  it("C1.4 brings the address to the form that leads are matched by, and keeps texts as typed", () => {
    const lead = leadInput.parse({ email: " Ingrid@NORDLYS.example ", jobTitle: "VP  Operations" });
    expect(lead).toEqual({ email: "ingrid@nordlys.example", jobTitle: "VP  Operations" });
  });

  it("may come without an address where the sending system has its own id", () => {
    expect(
      leadInput.parse({ email: "", phone: null, externalId: "dac32acd", capturedAt: "2018-02-01" }),
    ).toEqual({
      externalId: "dac32acd",
      capturedAt: new Date("2018-02-01T00:00:00Z"),
    });
    expect(faults(leadInput.safeParse({ firstName: "Ingrid" }))).toEqual([
      "email is missing, and there is no externalId either",
    ]);
  });

  it("names the field at fault", () => {
    expect(faults(leadInput.safeParse({ email: "ingrid" }))).toEqual(["email has no @"]);
    expect(faults(leadInput.safeParse({ email: "a@b.example", firstName: 7 }))).toEqual([
      "firstName must be text",
    ]);
    expect(faults(leadInput.safeParse({ email: "a@b.example", phone: "1".repeat(201) }))).toEqual([
      "phone is longer than 200 characters",
    ]);
  });

  it("refuses what PostgreSQL cannot keep, and unknown keys by name", () => {
    for (const company of ["A\0B", "half a pair \ud800"])
      expect(faults(leadInput.safeParse({ email: "a@b.example", company }))?.[0]).toMatch(
        /^company/,
      );
    expect(faults(leadInput.safeParse({ email: "a@b.example", shoeSize: "42" }))?.[0]).toContain(
      "shoeSize",
    );
  });
});

describe("K.1 an activity as it arrives", () => {
  const visit = {
    id: "v1",
    leadEmail: "ingrid@nordlys.example",
    kind: "page_viewed",
    occurredAt: "2026-06-03T10:00:00+02:00",
    path: "/security",
  };

  it("puts what its kind needs under details", () => {
    expect(activityInput.parse({ ...visit, seconds: 40, product: "Freight" })).toEqual({
      id: "v1",
      leadEmail: "ingrid@nordlys.example",
      kind: "page_viewed",
      occurredAt: new Date("2026-06-03T08:00:00Z"),
      product: "Freight",
      details: { path: "/security", seconds: 40 },
    });
  });

  it.each([
    ["kind", { ...visit, kind: "page_seen" }],
    ["path", { ...visit, path: undefined }],
    ["leadEmail", { ...visit, leadEmail: undefined }],
    ["occurredAt", { ...visit, occurredAt: "03/04/2026" }],
    ["id", { ...visit, id: "" }],
  ])("refuses a bad %s and names it", (field, given) => {
    expect(activityInput.safeParse(given).error?.issues[0]?.path).toEqual([field]);
  });

  it("refuses what PostgreSQL cannot keep, also inside the fields of a form", () => {
    const form = { ...visit, kind: "form_submitted", path: undefined, form: "Demo" };
    for (const given of [
      { ...visit, path: "/\0" },
      { ...form, fields: { note: "a\0b" } },
    ])
      expect(activityInput.safeParse(given).success).toBe(false);
  });

  it("counts a detail that its kind can do without as not given where it is empty or null", () => {
    const given = { ...visit, title: " ", seconds: null, product: null };
    expect(activityInput.parse(given).details).toEqual({ path: "/security" });
    for (const path of ["", null])
      expect(activityInput.safeParse({ ...visit, path }).error?.issues[0]?.path).toEqual(["path"]);
  });

  it("C3.5 keeps a form's numbers, ticks and lists as text", () => {
    const { path: _, ...rest } = visit;
    const fields = {
      seats: 250,
      consent: true,
      budget: null,
      modules: ["TMS", "WMS", 3],
      note: "x",
    };
    const form = { ...rest, kind: "form_submitted", form: "Demo" };
    expect(activityInput.parse({ ...form, fields }).details).toEqual({
      form: "Demo",
      fields: { seats: "250", consent: "true", budget: "", modules: "TMS, WMS, 3", note: "x" },
    });
    const nested = activityInput.safeParse({ ...form, fields: { size: { from: 1 } } });
    expect(nested.error?.issues[0]).toMatchObject({ path: ["fields", "size"] });
    expect(nested.error?.issues[0]?.message).toBe(
      "must be text, a number, true or false, or a list of these",
    );
  });

  it.each(["email_delivered", "email_opened", "email_clicked"] as const)(
    "takes the message, its subject and an address with %s, as the contract lists them",
    (kind) => {
      const mail = {
        messageId: "m1",
        subject: "Peak season",
        url: "https://tallyport.example/peak",
      };
      const given = { id: "1", leadEmail: "i@acme.no", kind, occurredAt: "2026-06-03", ...mail };
      expect(activityInput.parse(given)).toMatchObject({ kind, details: mail });
    },
  );

  it("refuses a field of another kind by name", () => {
    const result = activityInput.safeParse({ ...visit, transcript: "Hello" });
    expect(result.error?.issues[0]?.message).toContain("transcript");
  });
});

describe("R.1 a won deal as it arrives", () => {
  it("may be no more than an opportunity yet", () => {
    const open = { externalId: "5420aad7", opportunityAt: "2018-01-20" };
    expect(outcomeInput.safeParse(open).success).toBe(true);
  });

  it("needs whose it is and when it was won", () => {
    const deal = { externalId: "5420aad7", wonAt: "2018-02-26 19:58:54" };
    expect(outcomeInput.parse(deal)).toEqual({
      externalId: "5420aad7",
      wonAt: new Date("2018-02-26T19:58:54Z"),
      details: {},
    });
    expect(outcomeInput.safeParse({ externalId: "5420aad7" }).success).toBe(false);
    expect(outcomeInput.safeParse({ wonAt: "2018-02-26" }).success).toBe(false);
  });
});
