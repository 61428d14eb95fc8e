import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  startZoominfo,
  ZOOMINFO_ACCOUNT,
  ZOOMINFO_FAULTS,
  type Zoominfo,
} from "@/e2e/doubles/zoominfo";
import type { Subject } from "../provider";
import { askOneOf, type Question, valuesOf } from "../testing/asking";
import { isoDay } from "./facts";
import { zoominfo } from "./zoominfo";

// One for each test: tokens are kept by address, and each test begins without.
let double: Zoominfo;
beforeEach(async () => {
  double = await startZoominfo();
});
afterEach(() => double.close());

const subject = (name: string, more: Partial<Subject> = {}): Subject => ({
  email: `${name}@cascade-freight.example`,
  domain: "cascade-freight.example",
  companyName: "Cascade Freight",
  fullName: "Henrietta Stone",
  linkedin: null,
  ...more,
});

function ask(about: Subject, { password, ...asking }: Question & { password?: string } = {}) {
  const { username } = ZOOMINFO_ACCOUNT;
  const settings = { address: double.address, username };
  const secrets = { password: password ?? ZOOMINFO_ACCOUNT.password };
  const { lookups } = zoominfo.connect({ settings, secrets });
  return askOneOf(lookups, about, asking);
}

const paths = () => double.asked.map(({ path }) => path);

describe("K.2 ZoomInfo, a person", () => {
  it("C1.1 C1.2 C1.5 C1.6 fills the person and says what is left of the contract", async () => {
    const answer = await ask(subject("henrietta.stone"));
    expect(answer).toMatchObject({
      answer: "found",
      words: "Knows the person.",
      creditsLeft: 4200,
    });
    const values = valuesOf(answer);
    expect(values?.["C1.1"]).toMatchObject({ value: "Henrietta Stone", verified: true });
    expect(values?.["C1.2"]).toMatchObject({
      value: "Vice President, Operations",
      verified: true,
      detail: { asOf: "2020-01-05" },
    });
    expect(values?.["C1.5"]).toMatchObject({
      value: "+13607836816",
      detail: { kind: "direct", country: "US" },
    });
    expect(values?.["C1.6"]?.value).toBe("https://www.linkedin.com/in/hstone");
    expect(values?.["C1.7"]?.value).toEqual({ language: null, region: "US" });
  });

  it("C1.5 gives the mobile where the direct line must not be called, also said as a text", async () => {
    const answer = await ask(subject("no-direct-calls"));
    expect(answer.words).toBe("Knows the person; a number that must not be called was left out.");
    expect(valuesOf(answer)?.["C1.5"]).toMatchObject({
      value: "+15032261234",
      detail: { kind: "mobile" },
    });
  });

  it("C1.5 gives no number where none may be called", async () => {
    const answer = await ask(subject("no-calls"));
    expect(answer.words).toContain("must not be called");
    expect(JSON.stringify(answer)).not.toMatch(/783|226/);
  });

  it("C1.5 labels the company's own number as its switchboard", async () => {
    const values = valuesOf(await ask(subject("switchboard")));
    expect(values?.["C1.5"]).toMatchObject({
      value: "+13607836800",
      detail: { kind: "switchboard" },
    });
  });

  it("C1.5 leaves out what is no number in use", async () => {
    const values = valuesOf(await ask(subject("unusable")));
    expect(values?.["C1.2"]).toBeDefined();
    expect(values?.["C1.5"]).toBeUndefined();
  });

  it("C1.2 C1.5 leaves out title and numbers of somebody who has left", async () => {
    const answer = await ask(subject("moved"));
    expect(answer.words).toContain("the title is at another company");
    expect(Object.keys(valuesOf(answer) ?? {})).toEqual(["C1.1", "C1.6", "C1.7"]);
  });

  it("asks for less where the contract lacks a field", async () => {
    expect(await ask(subject("small-contract"))).toMatchObject({ answer: "found" });
    expect(paths()).toEqual(["/authenticate", "/enrich/contact", "/enrich/contact"]);
  });

  it("finds no match in an empty list, and pays nothing for it", async () => {
    expect(await ask(subject("unknown"))).toEqual({
      answer: "no_match",
      words: "Does not know the person.",
      creditsLeft: 4200,
    });
  });

  it("looks up by name and company where there is no address", async () => {
    const answer = await ask(subject("", { email: null }));
    expect(valuesOf(answer)?.["C1.4"]).toMatchObject({ verified: false });
    expect(await ask(subject("", { email: null, companyName: null }))).toMatchObject({
      answer: "nothing_to_ask",
    });
  });
});

describe("K.2 ZoomInfo, a company", () => {
  const company = { lookup: "company" } as const;

  it("C2.2 reads a company's revenue in thousands, and C2.1 a number that came as a text", async () => {
    const values = valuesOf(await ask(subject("x"), company));
    expect(values?.["C1.3"]?.value).toBe("Cascade Freight");
    expect(values?.["C2.1"]?.value).toBe(1500);
    expect(values?.["C2.2"]).toMatchObject({
      value: "$ 250–500 M",
      detail: { estimated: true, atLeastMillions: 400 },
    });
    expect(values?.["C2.3"]?.value).toBe("Transportation, freight & logistics services");
  });

  it("C2.4 asks for the technologies apart", async () => {
    const values = valuesOf(await ask(subject("x"), company));
    expect(values?.["C2.4"]?.value).toEqual(["Google Compute Engine", "Kubernetes"]);
    expect(paths()).toEqual(["/authenticate", "/enrich/company", "/enrich/tech"]);
  });

  it("C2.4 does without technologies where the contract has none, and says so", async () => {
    const about = subject("x", { domain: "without-technologies.example" });
    const answer = await ask(about, company);
    expect(answer.words).toBe("Knows the company; its technologies could not be had.");
    expect(valuesOf(answer)?.["C2.1"]?.value).toBe(1500);
  });

  it("finds no match in an empty list", async () => {
    const about = subject("x", { domain: "unknown.example" });
    expect(await ask(about, company)).toMatchObject({ answer: "no_match" });
  });

  it("looks up by name where there is no domain", async () => {
    const answer = await ask(subject("x", { email: null, domain: null }), company);
    expect(answer).toMatchObject({ answer: "found" });
  });
});

describe("K.2 ZoomInfo, its token", () => {
  it("is asked for once, by however many ask at the same time", async () => {
    await Promise.all([ask(subject("moved")), ask(subject("no-calls")), ask(subject("unknown"))]);
    expect(paths().filter((path) => path === "/authenticate")).toHaveLength(1);
  });

  it("is renewed once where it is no longer accepted", async () => {
    await ask(subject("moved"));
    double.expire();
    expect(await ask(subject("henrietta.stone"))).toMatchObject({ answer: "found" });
    expect(paths().slice(2)).toEqual(["/enrich/contact", "/authenticate", "/enrich/contact"]);
  });

  it("is not renewed again and again", async () => {
    await ask(subject("moved"));
    double.fail({ status: 401, body: '{"jwt":"jwt-x"}' });
    expect(await ask(subject("moved"))).toMatchObject({ answer: "failed", cause: "unauthorised" });
    expect(paths().slice(2)).toEqual(["/enrich/contact", "/authenticate"]);
  });

  it("is asked for anew after a password was wrong, and never says the password", async () => {
    const answer = await ask(subject("moved"), { password: "pw-wrong" });
    expect(answer).toMatchObject({ answer: "failed", cause: "unauthorised" });
    expect(answer.words).not.toContain("pw-");
    expect(await ask(subject("moved"))).toMatchObject({ answer: "found" });
  });

  it("does not hold up somebody whose time is over", async () => {
    double.fail(ZOOMINFO_FAULTS.silence);
    expect(await ask(subject("moved"), { limitMs: 30 })).toMatchObject({ cause: "time_limit" });
  });
});

describe("K.2 ZoomInfo, when it goes wrong", () => {
  it.each([
    ["a rate limit", "rate_limited"],
    ["used-up records", "out_of_credits"],
    ["a used-up limit of new contacts", "out_of_credits"],
    ["used-up credits, newer", "out_of_credits"],
    ["a limit inside a 200", "out_of_credits"],
    ["no access to enrichment", "unauthorised"],
    ["a field it does not have", "refused"],
    ["a failure inside a 200", "unreadable"],
    ["a fault of its own", "broken"],
    ["a proxy's page", "unreadable"],
    ["half a body", "unreadable"],
  ] as const)("G.2 records %s as %s", async (fault, cause) => {
    await ask(subject("moved"));
    double.fail(ZOOMINFO_FAULTS[fault]);
    for (const lookup of ["person", "company"] as const) {
      expect(await ask(subject("henrietta.stone"), { lookup })).toMatchObject({
        answer: "failed",
        cause,
      });
    }
  });

  it("waits until the window ends, as its headers say", async () => {
    await ask(subject("moved"));
    double.fail(ZOOMINFO_FAULTS["a rate limit"]);
    expect(await ask(subject("moved"))).toMatchObject({ retryAfterSeconds: 20 });
  });
});

describe("the day of a date of ZoomInfo's", () => {
  it.each([
    ["1/5/2020 2:59 PM", "2020-01-05"],
    ["06/27/2020", "2020-06-27"],
    ["2026-04-26T03:28:00Z", "2026-04-26"],
    ["27/06/2020", null],
    ["soon", null],
    ["", null],
    [null, null],
  ])("%s is %s", (written, day) => {
    expect(isoDay(written)).toBe(day);
  });
});
