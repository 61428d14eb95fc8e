import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SOURCES } from "../field";
import { FILL_MODES } from "../fill-mode";
import { prevailing, type StoredValue, whyPrevails } from "./prevailing";

const value = (rest: Partial<StoredValue>): StoredValue => ({
  fieldId: "C1.5",
  value: "+4740612345",
  source: "form",
  obtainedAt: "2026-06-03T10:00:00.000Z",
  verified: false,
  ...rest,
});
const given = (provider: string, rest: Partial<StoredValue> = {}) =>
  value({ source: "enrichment", provider, mode: "refresh", ...rest });

const captured = value({});
const verified = given("Apollo", { verified: true });
const overriding = given("ZoomInfo", { mode: "override" });
const blank = given("Clearbit", { mode: "blank", verified: true });
const typed = value({ source: "person", provider: "Omar", verified: true });
const givenUp = value({ source: "person", value: null, notObtainable: "nobody knows it" });
const unknown = value({ source: "enrichment", value: null, notObtainable: "no answer" });
const later = { obtainedAt: "2026-06-04T10:00:00.000Z" };

describe("C of several values of one field", () => {
  it.each([
    { better: typed, worse: verified, why: "a person's correction before any machine's" },
    { better: typed, worse: overriding, why: "a person's before one that may override" },
    { better: overriding, worse: verified, why: "one that may override before a verified one" },
    { better: verified, worse: captured, why: "verified before captured" },
    { better: verified, worse: givenUp, why: "a confirmed value before what a person gave up on" },
    { better: givenUp, worse: captured, why: "a person's 'not obtainable' before a bare capture" },
    {
      better: value({ detail: { kind: "mobile" } }),
      worse: given("Apollo", { verified: true, detail: { kind: "switchboard" } }),
      why: "C1.5 a line of the lead's own before a switchboard, whoever confirmed that",
    },
    { better: captured, worse: blank, why: "any capture before what only fills blanks" },
    { better: blank, worse: unknown, why: "what fills a blank before nothing" },
    { better: captured, worse: unknown, why: "any value before a machine's 'not obtainable'" },
    { better: value(later), worse: captured, why: "the newer of two alike" },
    {
      better: value({ source: "enrichment" }),
      worse: captured,
      why: "the field's usual source of two alike",
    },
    {
      better: given("ZoomInfo", { verified: true, ...later }),
      worse: verified,
      why: "the newer of two providers that both confirm",
    },
  ])("$why", ({ better, worse }) => {
    expect(prevailing([worse, better])).toBe(better);
    expect(prevailing([better, worse])).toBe(better);
  });

  it("none prevails where there is none", () => {
    expect(prevailing([])).toBeNull();
  });
});

const address = "ingrid@nordlys.example";
const email = (rest: Partial<StoredValue>) => value({ fieldId: "C1.4", value: address, ...rest });
const verdict = (provider: string, deliverability: string, day: number, rest = {}) =>
  email({
    source: "enrichment",
    provider,
    mode: "refresh",
    verified: deliverability === "deliverable",
    obtainedAt: `2026-06-0${day}T10:00:00.000Z`,
    detail: { deliverability, checkedAt: `2026-06-0${day}T10:00:00.000Z` },
    ...rest,
  });
const form = email({ detail: { deliverability: "unknown", reason: "not_checked" } });
const good = verdict("ZeroBounce", "deliverable", 3);
const gone = verdict("Kickbox", "undeliverable", 5);

describe("C1.4 of several values of the address", () => {
  it.each([
    {
      among: [form, good],
      speaks: good,
      why: "a verifier's verdict speaks for the form's address",
    },
    { among: [form, good, gone], speaks: gone, why: "the newest verdict wins, also a bad one" },
    {
      among: [good, verdict("Kickbox", "unknown", 5)],
      speaks: good,
      why: "'unknown' is no verdict and takes none away",
    },
    {
      among: [form, given("Apollo", { fieldId: "C1.4", value: "other@x.example", verified: true })],
      speaks: form,
      why: "a provider never replaces the address with another person's",
    },
    {
      among: [email({ source: "person", provider: "Omar", verified: true }), good, gone],
      speaks: gone,
      why: "what a person confirmed is taken away by a later 'undeliverable'",
    },
    {
      among: [email({ source: "person", verified: true, ...later }), verdict("K", "risky", 5)],
      speaks: email({ source: "person", verified: true, ...later }),
      why: "a later 'risky' does not take away what a person confirmed",
    },
    {
      among: [
        email({ source: "person", verified: true, value: "new@nordlys.example" }),
        form,
        gone,
      ],
      speaks: email({ source: "person", verified: true, value: "new@nordlys.example" }),
      why: "a verdict about the old address says nothing of the one a person gave",
    },
    {
      among: [verdict("Apollo", "deliverable", 3)],
      speaks: verdict("Apollo", "deliverable", 3),
      why: "a provider's address fills the blank where nobody gave one",
    },
    {
      among: [verdict("ZeroBounce", "risky", 3, { mode: "override" }), verdict("K", "risky", 5)],
      speaks: verdict("ZeroBounce", "risky", 3, { mode: "override" }),
      why: "the verdict of a verifier that may override",
    },
    {
      among: [verdict("ZeroBounce", "deliverable", 3, { mode: "override" }), gone],
      speaks: gone,
      why: "a later 'undeliverable' takes away also what may override",
    },
    {
      among: [email({ value: "Ingrid@Nordlys.example" }), good],
      speaks: good,
      why: "an address is the same in whatever case it was typed",
    },
    {
      among: [good, verdict("Kickbox", "risky", 2, { obtainedAt: "2026-06-06T10:00:00.000Z" })],
      speaks: good,
      why: "a verdict counts from when the address was checked, not from when it came",
    },
    {
      among: [good, { ...gone, detail: { deliverability: "undeliverable" } }],
      speaks: { ...gone, detail: { deliverability: "undeliverable" } },
      why: "or from when it came where nobody said when it was checked",
    },
    {
      among: [good, { ...gone, mode: "blank" as const }],
      speaks: good,
      why: "a bounce takes nothing away where its teller may only fill a blank",
    },
    {
      among: [form, { ...givenUp, fieldId: "C1.4" as const }],
      speaks: { ...givenUp, fieldId: "C1.4" as const },
      why: "a person's 'not obtainable' before an address that nobody checked",
    },
    {
      among: [form, good, { ...givenUp, fieldId: "C1.4" as const }],
      speaks: good,
      why: "and after one that somebody confirmed",
    },
  ])("$why", ({ among, speaks }) => {
    expect(prevailing(among)).toEqual(speaks);
    expect(prevailing(among.toReversed())).toEqual(speaks);
  });
});

const anyValue = fc.record(
  {
    fieldId: fc.constantFrom("C1.4" as const, "C1.5" as const),
    value: fc.constantFrom("a@x.example", "b@x.example"),
    source: fc.constantFrom("form", "enrichment", "map", "crm", "person") as fc.Arbitrary<
      keyof typeof SOURCES
    >,
    provider: fc.constantFrom("Apollo", "Clearbit", "ZoomInfo"),
    obtainedAt: fc.constantFrom("2026-06-03T10:00:00.000Z", "2026-06-04T10:00:00.000Z"),
    verified: fc.boolean(),
    mode: fc.constantFrom(...FILL_MODES),
    detail: fc.record({
      deliverability: fc.constantFrom("deliverable", "risky", "undeliverable", "unknown"),
    }),
    notObtainable: fc.constant("nobody knows it"),
  },
  { requiredKeys: ["fieldId", "value", "source", "provider", "obtainedAt", "verified"] },
);
/** As the table keeps them: one value of a field per source and provider. */
const stored = fc
  .tuple(
    fc.constantFrom("C1.4" as const, "C1.5" as const),
    fc.uniqueArray(anyValue, { selector: (one) => `${one.source} ${one.provider}`, maxLength: 6 }),
  )
  .map(([fieldId, values]): StoredValue[] => values.map((one) => ({ ...one, fieldId })));
const shuffled = stored.chain((values) =>
  fc.tuple(
    fc.constant(values),
    fc.shuffledSubarray(values, { minLength: values.length, maxLength: values.length }),
  ),
);

describe("G.2 however values arrive", () => {
  it("the same one prevails, for the same reason", () => {
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(prevailing(one)).toBe(prevailing(other));
        expect(whyPrevails(one)).toBe(whyPrevails(other));
      }),
    );
  });

  it("what a person filled in is replaced by nothing but a later 'undeliverable'", () => {
    fc.assert(
      fc.property(stored, (values) => {
        const filled = values.some((one) => one.source === "person" && !one.notObtainable);
        const winner = prevailing(values);
        if (!filled || winner?.source === "person") return;
        expect(winner?.detail?.deliverability).toBe("undeliverable");
      }),
    );
  });

  it("one that only fills blanks never goes before another that says something", () => {
    fc.assert(
      fc.property(stored, (values) => {
        const rows = values.map((one) => ({ ...one, fieldId: "C1.5" as const }));
        const others = rows.filter((one) => one.mode !== "blank" && !one.notObtainable);
        if (others.length === 0) return;
        const winner = prevailing(rows);
        expect(winner?.source === "person" || winner?.mode !== "blank").toBe(true);
      }),
    );
  });
});

it("C1.4 of two alike in all but their source, the usual source's prevails, in either order", () => {
  const form: StoredValue = {
    fieldId: "C1.4",
    value: "b@x.example",
    source: "form",
    provider: "Apollo",
    obtainedAt: "2026-06-03T10:00:00.000Z",
    verified: false,
  };
  const crm: StoredValue = { ...form, source: "crm" };
  expect(prevailing([form, crm])).toBe(form);
  expect(prevailing([crm, form])).toBe(form);
});

describe("G.2 why a value prevails", () => {
  it.each([
    { values: [typed, verified], why: "A person filled it in." },
    { values: [overriding, verified], why: "ZoomInfo may override the others." },
    {
      values: [given("Apollo", { verified: true, ...later }), captured],
      why: "Apollo confirmed it after the form: verified goes before captured.",
    },
    { values: [captured, blank], why: "Clearbit only fills blanks." },
    {
      values: [
        given("Apollo", { verified: true, detail: { kind: "switchboard" } }),
        value({ detail: { kind: "mobile" } }),
      ],
      why: "Apollo only has the company's switchboard.",
    },
    { values: [givenUp, captured], why: "A person said that it cannot be had." },
    { values: [captured], why: "Only the form gave one." },
    {
      values: [given("ZoomInfo", { verified: true, ...later }), verified],
      why: "ZoomInfo is newer than Apollo.",
    },
    { values: [form, good, gone], why: "Kickbox checked this address last." },
    {
      values: [form, given("Apollo", { fieldId: "C1.4", value: "other@x.example" })],
      why: "Apollo has another address, which may be another person's.",
    },
    { values: [], why: "" },
  ])("$why", ({ values, why }) => {
    expect(whyPrevails(values)).toBe(why);
  });
});
