import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CLEARBIT_FAULTS, CLEARBIT_KEY, startClearbit } from "@/e2e/doubles/clearbit";
import type { Double } from "@/e2e/doubles/double";
import type { Subject } from "../provider";
import { askOneOf, atNordlys, type Question, valuesOf } from "../testing/asking";
import { clearbit, clearbitLookups } from "./clearbit";
import { profileAddress } from "./facts";

let double: Double;
beforeAll(async () => {
  double = await startClearbit();
});
afterEach(() => {
  double.fail(null);
  double.asked.splice(0);
});
afterAll(() => double.close());

/** Asks with a queue that is looked at again after a millisecond. */
function ask(about: Subject, { key = CLEARBIT_KEY, ...asking }: Question & { key?: string } = {}) {
  const host = double.address;
  const lookups = clearbitLookups({ key, people: host, companies: host, costCents: 0, pollMs: 1 });
  return askOneOf(lookups, about, asking);
}

describe("K.2 Clearbit, a person", () => {
  it("C1.1 C1.2 C1.6 C2.1 C2.2 C2.3 C2.4 fills the person and the company in one answer", async () => {
    const answer = await ask(atNordlys("ingrid.solberg"));
    expect(answer).toMatchObject({ answer: "found", words: "Knows the person." });
    const values = valuesOf(answer);
    expect(values?.["C1.1"]).toMatchObject({ value: "Ingrid Solberg", verified: true });
    expect(values?.["C1.2"]).toMatchObject({ value: "Head of Supply Chain", verified: true });
    expect(values?.["C1.3"]).toMatchObject({ value: "Nordlys Logistics" });
    expect(values?.["C1.6"]?.value).toBe("https://www.linkedin.com/in/ingrid-solberg");
    expect(values?.["C1.7"]?.value).toEqual({ language: null, region: "NO" });
    expect(values?.["C2.1"]?.value).toBe(1240);
    expect(values?.["C2.2"]).toMatchObject({ value: "$ 100–250 M", detail: { estimated: true } });
    expect(values?.["C2.3"]?.value).toBe("Road & Rail, trucking");
    expect(values?.["C2.4"]?.value).toEqual([
      "Google Workspace",
      "HubSpot",
      "Google Tag Manager",
      "AWS",
    ]);
    expect(double.asked).toHaveLength(1);
  });

  it("takes a 202 for no result, and asks again", async () => {
    const answer = await ask(atNordlys("slow"));
    expect(answer).toMatchObject({ answer: "found" });
    expect(double.asked).toHaveLength(2);
  });

  it("answers 'later' where a lookup stays queued, also without a body", async () => {
    const answer = await ask(atNordlys("pending"));
    expect(answer).toMatchObject({ answer: "later", retryAfterSeconds: 120 });
    expect(double.asked).toHaveLength(3);
  });

  it("C1.2 leaves out the title that a person has at another company", async () => {
    const answer = await ask(atNordlys("moved"));
    expect(answer.words).toContain("the title is at another company");
    expect(Object.keys(valuesOf(answer) ?? {})).toEqual(["C1.1", "C1.6", "C1.7"]);
  });

  it("C1.6 gives an old profile's handle the address that it has today", async () => {
    const values = valuesOf(await ask(atNordlys("old-profile")));
    expect(values?.["C1.6"]?.value).toBe("https://www.linkedin.com/in/ingrid-solberg-ab502978");
  });

  it("C1.2 counts nothing as verified where Clearbit only thinks it is the person", async () => {
    const values = valuesOf(await ask(atNordlys("likely")));
    expect(Object.values(values ?? {}).map(({ verified }) => verified)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it("C2.1 takes the company where there is no person", async () => {
    const answer = await ask(atNordlys("company-only"));
    expect(answer.words).toBe("Knows the company, not the person.");
    expect(Object.keys(valuesOf(answer) ?? {})).toEqual(["C1.3", "C2.1", "C2.2", "C2.3", "C2.4"]);
  });

  it("C1.1 takes nothing of somebody else, and keeps the company", async () => {
    const values = valuesOf(await ask(atNordlys("somebody-else")));
    expect(values?.["C1.1"]).toBeUndefined();
    expect(values?.["C1.6"]).toBeUndefined();
    expect(values?.["C2.1"]?.value).toBe(1240);
  });

  it.each([
    ["neither person nor company", "nobody"],
    ["placeholders and a company's profile", "rubbish"],
    ["an address it does not know (404)", "unknown"],
  ])("finds no match in %s", async (_what, name) => {
    expect(await ask(atNordlys(name))).toMatchObject({ answer: "no_match" });
  });

  it("has nothing to ask without an address", async () => {
    expect(await ask(atNordlys("x", { email: null }))).toMatchObject({ answer: "nothing_to_ask" });
    expect(double.asked).toHaveLength(0);
  });
});

describe("K.2 Clearbit, a company", () => {
  it("C2.1 C2.3 reads what older versions called employees and categories", async () => {
    const answer = await ask(atNordlys("x", { domain: "havfisk.example" }), { lookup: "company" });
    const values = valuesOf(answer);
    expect(values?.["C2.1"]?.value).toBe(200);
    expect(values?.["C2.3"]?.value).toBe("Seafood");
    expect(values?.["C2.2"]).toBeUndefined();
  });

  it("knows a company by its other domains", async () => {
    const about = atNordlys("x", { domain: "nordlys.example", companyName: null });
    expect(await ask(about, { lookup: "company" })).toMatchObject({ answer: "found" });
  });

  it("takes nothing of the company that answers for a domain it took over", async () => {
    const about = atNordlys("x", { domain: "taken-over.example", companyName: "Taken Over" });
    expect(await ask(about, { lookup: "company" })).toMatchObject({ answer: "no_match" });
  });
});

describe("K.2 Clearbit, when it goes wrong", () => {
  it.each([
    ["a rate limit", "rate_limited"],
    ["used-up credits", "out_of_credits"],
    ["a route it does not know", "refused"],
    ["a fault of its own", "broken"],
    ["a proxy's page", "unreadable"],
    ["half a body", "unreadable"],
    ["a body of another shape", "unreadable"],
    ["a redirection", "refused"],
  ] as const)("G.2 records %s as %s", async (fault, cause) => {
    double.fail(CLEARBIT_FAULTS[fault]);
    for (const lookup of ["person", "company"] as const) {
      expect(await ask(atNordlys("ingrid.solberg"), { lookup })).toMatchObject({
        answer: "failed",
        cause,
      });
    }
  });

  it("waits until the window ends, as its headers say", async () => {
    double.fail(CLEARBIT_FAULTS["a rate limit"]);
    expect(await ask(atNordlys("ingrid.solberg"))).toMatchObject({ retryAfterSeconds: 45 });
  });

  it("G.2 ends with the step's time limit", async () => {
    double.fail(CLEARBIT_FAULTS.silence);
    expect(await ask(atNordlys("ingrid.solberg"), { limitMs: 30 })).toMatchObject({
      cause: "time_limit",
    });
  });

  it("never says the key, not even a wrong one", async () => {
    const answer = await ask(atNordlys("ingrid.solberg"), { key: "sk_wrong" });
    expect(answer).toMatchObject({ answer: "failed", cause: "unauthorised" });
    expect(answer.words).toBe("Does not accept the key (401, invalid_api_key).");
  });
});

describe("K.2 Clearbit, connected", () => {
  it("takes its address and its price from the settings", async () => {
    const settings = { address: `${double.address}/`, costCents: "12" };
    const { id, lookups } = clearbit.connect({ settings, secrets: { apiKey: CLEARBIT_KEY } });
    const [person] = lookups;
    expect([id, person?.costCents]).toEqual(["clearbit", 12]);
    const answer = await person?.ask(atNordlys("ingrid.solberg"), AbortSignal.timeout(5_000));
    expect(answer).toMatchObject({ answer: "found" });
  });
});

describe("C1.6 the address of a Clearbit handle", () => {
  it.each([
    ["in/ingrid-solberg", "https://www.linkedin.com/in/ingrid-solberg"],
    ["/in/ingrid-solberg", "https://www.linkedin.com/in/ingrid-solberg"],
    ["ingrid-solberg", "https://www.linkedin.com/in/ingrid-solberg"],
    // Clearbit's own sample, and one that LinkedIn was seen to send on (npm linkedin-canonical-url).
    ["pub/alex-maccaw/78/929/ab5", "https://www.linkedin.com/in/alex-maccaw-ab592978"],
    ["pub/krzysztof-marzec/a7/576/b50", "https://www.linkedin.com/in/krzysztof-marzec-b50576a7"],
    [null, null],
    ["", null],
  ])("%s", (handle, address) => {
    expect(profileAddress(handle)).toBe(address);
  });
});
