import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { APOLLO_FAULTS, APOLLO_KEY, startApollo } from "@/e2e/doubles/apollo";
import type { Double } from "@/e2e/doubles/double";
import type { Subject } from "../provider";
import { askOneOf, atNordlys, type Question, valuesOf } from "../testing/asking";
import { apollo } from "./apollo";

let double: Double;
beforeAll(async () => {
  double = await startApollo();
});
afterEach(() => {
  double.fail(null);
  double.asked.splice(0);
});
afterAll(() => double.close());

function ask(about: Subject, { key = APOLLO_KEY, ...asking }: Question & { key?: string } = {}) {
  const settings = { address: double.address };
  const { lookups } = apollo.connect({ settings, secrets: { apiKey: key } });
  return askOneOf(lookups, about, asking);
}

describe("K.2 Apollo, a person", () => {
  it("C1.1 C1.2 C1.6 fills the person and says that numbers were not asked for", async () => {
    const answer = await ask(atNordlys("ingrid.solberg"));
    expect(answer).toMatchObject({
      answer: "found",
      words: "Knows the person; numbers were not asked for.",
    });
    const values = valuesOf(answer);
    expect(values?.["C1.1"]).toMatchObject({ value: "Ingrid Solberg", verified: true });
    expect(values?.["C1.2"]).toMatchObject({ value: "Head of Supply Chain", verified: true });
    expect(values?.["C1.6"]?.value).toBe("https://www.linkedin.com/in/ingrid-solberg");
    expect(values?.["C1.7"]?.value).toEqual({ language: null, region: "NO" });
  });

  it("C1.5 reads the person, never the customer's own copy with its numbers", async () => {
    const answer = await ask(atNordlys("ingrid.solberg"));
    expect(valuesOf(answer)?.["C1.5"]).toBeUndefined();
    expect(JSON.stringify(answer)).not.toMatch(/Roy|potential|41234567/);
  });

  it("C2.1 C2.2 C2.3 C2.4 takes the employer along, in our words", async () => {
    const values = valuesOf(await ask(atNordlys("ingrid.solberg")));
    expect(values?.["C2.1"]?.value).toBe(1200);
    expect(values?.["C2.2"]).toMatchObject({
      value: "$ 100–250 M",
      detail: { estimated: true, atLeastMillions: 133.613 },
    });
    expect(values?.["C2.3"]?.value).toBe("Logistics, supply chain");
    expect(values?.["C2.4"]?.value).toEqual(["HubSpot", "Microsoft 365", "reCAPTCHA"]);
  });

  it("C1.4 gives no address to a lead that has one, and a locked one to nobody", async () => {
    expect(valuesOf(await ask(atNordlys("ingrid.solberg")))?.["C1.4"]).toBeUndefined();
    const values = valuesOf(await ask(atNordlys("locked")));
    expect(values?.["C1.2"]).toMatchObject({ value: "Head of Supply Chain" });
    expect(values?.["C1.4"]).toBeUndefined();
  });

  it("C1.4 offers an address to a lead without one, for a verifier to confirm", async () => {
    const values = valuesOf(await ask(atNordlys("", { email: null })));
    expect(values?.["C1.4"]).toMatchObject({
      value: "ingrid.solberg@nordlys-logistics.example",
      verified: false,
    });
  });

  it("C1.2 leaves out the title at a company that the person moved to, and that company", async () => {
    const answer = await ask(atNordlys("moved"));
    expect(answer.words).toContain("the title is at another company");
    expect(Object.keys(valuesOf(answer) ?? {})).toEqual(["C1.1", "C1.6", "C1.7"]);
  });

  it.each([
    ["somebody of the same name at another company", "namesake"],
    ["nobody, with a 200", "unknown"],
  ])("C1.1 finds no match in %s", async (_what, name) => {
    expect(await ask(atNordlys(name))).toMatchObject({ answer: "no_match" });
  });

  it("C1.1 takes nothing of a colleague with another name but the company", async () => {
    const answer = await ask(atNordlys("somebody-else"));
    expect(Object.keys(valuesOf(answer) ?? {})).toEqual(["C1.3", "C2.1", "C2.2", "C2.3", "C2.4"]);
  });

  it("C1.1 knows the same person by name and company behind another address", async () => {
    const values = valuesOf(await ask(atNordlys("other-address")));
    expect(values?.["C1.2"]).toMatchObject({ verified: true });
  });

  it("C1.2 knows the employer from the history where no company is given", async () => {
    const values = valuesOf(await ask(atNordlys("bare")));
    expect(values?.["C1.2"]).toMatchObject({ value: "Planner", verified: true });
  });

  it("has nothing to ask about a name alone", async () => {
    const about = atNordlys("", { email: null, domain: null, companyName: null });
    expect(await ask(about)).toMatchObject({ answer: "nothing_to_ask" });
    expect(double.asked).toHaveLength(0);
  });
});

describe("K.2 Apollo, a company", () => {
  it("C2.1 fills it by its domain", async () => {
    const values = valuesOf(await ask(atNordlys("x"), { lookup: "company" }));
    expect(values?.["C2.1"]).toMatchObject({ value: 1200, verified: true });
  });

  it.each(["unknown.example", "nowhere.example"])(
    "finds no match for %s, with a 200",
    async (domain) => {
      expect(await ask(atNordlys("x", { domain }), { lookup: "company" })).toMatchObject({
        answer: "no_match",
      });
    },
  );
});

describe("K.2 Apollo, when it goes wrong", () => {
  it.each([
    ["a rate limit", "rate_limited"],
    ["used-up credits", "out_of_credits"],
    ["a key without this endpoint", "unauthorised"],
    ["a fault of its own", "broken"],
    ["a proxy's page", "unreadable"],
    ["half a body", "unreadable"],
    ["an error inside a 200", "unreadable"],
    ["a body of another shape", "unreadable"],
    ["a redirection", "refused"],
  ] as const)("G.2 records %s as %s", async (fault, cause) => {
    double.fail(APOLLO_FAULTS[fault]);
    for (const lookup of ["person", "company"] as const) {
      expect(await ask(atNordlys("ingrid.solberg"), { lookup })).toMatchObject({
        answer: "failed",
        cause,
      });
    }
  });

  it.each([
    ["a rate limit", 3_600],
    ["a rate limit that says when", 17],
  ] as const)("knows from %s how long to wait", async (fault, retryAfterSeconds) => {
    double.fail(APOLLO_FAULTS[fault]);
    expect(await ask(atNordlys("ingrid.solberg"))).toMatchObject({ retryAfterSeconds });
  });

  it("G.2 ends with the step's time limit", async () => {
    double.fail(APOLLO_FAULTS.silence);
    expect(await ask(atNordlys("ingrid.solberg"), { limitMs: 30 })).toMatchObject({
      cause: "time_limit",
    });
  });

  it("reads a 401 in plain text, and never says the key", async () => {
    const answer = await ask(atNordlys("ingrid.solberg"), { key: "ap_wrong" });
    expect(answer).toMatchObject({ answer: "failed", cause: "unauthorised" });
    expect(answer.words).toBe("Does not accept the key (401).");
  });
});
