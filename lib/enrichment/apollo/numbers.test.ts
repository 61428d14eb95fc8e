import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  APOLLO_FAULTS,
  APOLLO_KEY,
  type APOLLO_NUMBERS,
  APOLLO_REQUEST,
  type Apollo,
  startApollo,
} from "@/e2e/doubles/apollo";
import type { Asking, Pending, Subject } from "../provider";
import { atNordlys } from "../testing/asking";
import { apollo } from "./apollo";

let double: Apollo;
beforeAll(async () => {
  double = await startApollo();
});
afterEach(() => {
  double.fail(null);
  double.numbers("not yet");
  double.asked.splice(0);
});
afterAll(() => double.close());

const INGRID = atNordlys("ingrid.solberg");

function ask(asking?: Asking, about = INGRID, webhookUrl = "https://baton.example/phone-numbers") {
  const settings = { address: double.address, ...(webhookUrl ? { webhookUrl } : {}) };
  const { lookups } = apollo.connect({ settings, secrets: { apiKey: APOLLO_KEY } });
  const person = lookups.find(({ lookup }) => lookup === "person");
  if (!person) throw new Error("It looks people up.");
  return person.ask(about, AbortSignal.timeout(5_000), asking);
}

const pending = (more: Partial<Pending> = {}): Pending => ({
  ticket: APOLLO_REQUEST,
  values: {
    "C1.1": { value: "Ingrid Solberg", source: "enrichment", verified: true },
    "C1.7": { value: { language: null, region: "NO" }, source: "enrichment", verified: true },
  },
  ageMs: 60_000,
  ...more,
});

describe("C1.5 Apollo's numbers, asked for with the person", () => {
  it("gives what it knows at once, and a ticket with every digit of its id", async () => {
    const answer = await ask();
    expect(answer).toMatchObject({ answer: "later", ticket: APOLLO_REQUEST });
    expect(answer).toHaveProperty(["values", "C1.2", "value"], "Head of Supply Chain");
  });

  it.each<[string, Asking, Partial<Subject>, string | undefined]>([
    ["the lead has a number", {}, { phone: "+4740612345" }, undefined],
    ["the step may not fill it", { fills: { "C1.2": "refresh" } }, {}, undefined],
    ["Apollo has nowhere to post to", {}, {}, ""],
  ])("are not asked for where %s: they cost", async (_where, asking, about, webhookUrl) => {
    const answer = await ask(asking, { ...INGRID, ...about }, webhookUrl);
    expect(answer).toMatchObject({ answer: "found" });
    expect(double.asked[0]?.body).not.toHaveProperty("reveal_phone_number");
  });

  it.each(["moved", "namesake", "somebody-else"])(
    "of %s are nobody's to wait for",
    async (name) => {
      const answer = await ask({}, { ...INGRID, email: `${name}@nordlys-logistics.example` });
      expect(answer.answer).not.toBe("later");
    },
  );
});

describe("C1.5 Apollo's numbers, asked after", () => {
  it("brings the mobile that may be called, with what came at once, for nothing", async () => {
    double.numbers("have come");
    const answer = await ask({ pending: pending() });
    expect(answer).toMatchObject({
      answer: "found",
      values: {
        "C1.1": { value: "Ingrid Solberg" },
        "C1.5": { value: "+4740654321", verified: true, detail: { kind: "mobile" } },
      },
    });
    expect(double.asked.map(({ method }) => method)).toEqual(["GET"]);
  });

  it("asks again when Apollo says, and more rarely the longer it takes", async () => {
    expect(await ask({ pending: pending() })).toMatchObject({
      answer: "later",
      ticket: APOLLO_REQUEST,
      retryAfterSeconds: 40,
    });
    const after = await ask({ pending: pending({ ageMs: 3_600_000 }) });
    expect(after).toMatchObject({ retryAfterSeconds: 900 });
    double.numbers("still at work");
    expect(await ask({ pending: pending() })).toMatchObject({ retryAfterSeconds: 30 });
  });

  it("ends the wait after a day, with what came at once", async () => {
    const answer = await ask({ pending: pending({ ageMs: 86_400_001 }) });
    expect(answer).toMatchObject({ answer: "found", values: pending().values });
  });

  it.each([
    "only one that must not be called",
    "none found",
    "nobody in it",
    "an id it never heard of",
    "an id that is no number",
    "too old",
  ] as const satisfies (keyof typeof APOLLO_NUMBERS)[])(
    "is content with the person where there is %s",
    async (state) => {
      double.numbers(state);
      const answer = await ask({ pending: pending() });
      expect(answer).toMatchObject({ answer: "found", values: pending().values });
      expect(answer).not.toHaveProperty(["values", "C1.5"]);
    },
  );

  it.each([
    ["a rate limit", "rate_limited"],
    ["a fault of its own", "broken"],
    ["a proxy's page", "unreadable"],
    ["half a body", "unreadable"],
    ["a body of another shape", "unreadable"],
  ] as const)("G.2 records %s as %s", async (fault, cause) => {
    double.fail(APOLLO_FAULTS[fault]);
    expect(await ask({ pending: pending() })).toMatchObject({ answer: "failed", cause });
  });
});
