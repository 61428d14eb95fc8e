import { eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { company } from "@/db/schema/company";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import { writeFields } from "@/lib/enrichment/commands";
import { captureLeads } from "../commands";
import type { LeadInput } from "../input";
import { attachCompanies } from "./commands";

const { db, transaction } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const site = systemActor("connection", "Website");

const capture = async (...inputs: LeadInput[]) => {
  const captures = inputs.map((input) => ({ input, source: "form" as const, provider: "Website" }));
  const captured = await captureLeads(site, captures, now, { enrichment: "by caller" });
  return captured.map(({ leadId }) => leadId);
};

/** The domain of each lead's company, by the lead's address; null without a company. */
async function companiesOf(ids: readonly string[]) {
  const rows = await db
    .select({ email: lead.email, domain: company.domain })
    .from(lead)
    .leftJoin(company, eq(company.id, lead.companyId))
    .where(inArray(lead.id, [...ids]));
  return Object.fromEntries(rows.map(({ email, domain }) => [email?.split("@")[0], domain]));
}

const named = async (domain: string) => {
  const [row] = await db.select().from(company).where(eq(company.domain, domain));
  return row ? { name: row.name, nameKey: row.nameKey } : null;
};

const enriched = (leadId: string, name: string, provider = "Apollo") =>
  transaction(async (tx) => {
    const row = {
      ...{ fieldId: "C1.3" as const, value: name, source: "enrichment" as const, provider },
      ...{ verified: true, prevails: false, obtainedAt: now.toISOString() },
    };
    await writeFields(tx, [{ leadId, row }]);
    await attachCompanies(tx, [leadId]);
  });

describe("C1.3 two spellings of one company meet in one company", () => {
  const peopleOf = (at: string): LeadInput[] => [
    { email: `a@${at}.no`, company: "Fjordfrakt Vestland AS" },
    { email: `b@mail.${at}.no`, company: "FJORDFRAKT VESTLAND" },
    { email: `c-${at}@gmail.com`, company: "Fjordfrakt Vestland A/S", region: "NO" },
    { email: `d-${at}@gmail.com`, company: "Fjordfrakt", region: "NO" },
    { email: `e-${at}@gmail.com`, company: "Fjordfrakt Vestland", region: "Germany" },
    { email: `f-${at}@gmail.com`, company: "Somebody else", companyDomain: `www.${at}.no` },
  ];

  it("by domain, else by a name of their own in the same country, in whichever order they come", async () => {
    const meetings: unknown[] = [];
    for (const [index, order] of [
      [0, 1, 2, 3, 4, 5],
      [5, 4, 3, 2, 1, 0],
      [2, 4, 0, 3, 5, 1],
    ].entries()) {
      // Each order has a name and a domain of its own, or the second would meet the first's company.
      const at = `order${index}`;
      const people = peopleOf(at).map((person) => ({
        ...person,
        company: person.company?.replace(/fjordfrakt/i, `Fjordfrakt${index}`),
      }));
      const ids: string[] = [];
      for (const one of order) ids.push(...(await capture(people[one] as LeadInput)));
      const met = Object.entries(await companiesOf(ids)).map(([who, domain]) => [
        who.replace(`-${at}`, ""),
        domain === null ? "none" : domain === `${at}.no` ? "theirs" : domain,
      ]);
      meetings.push(Object.fromEntries(met));
      const { name } = (await named(`${at}.no`)) ?? {};
      expect(name).toBe(`Fjordfrakt${index} Vestland`);
    }
    const expected = { a: "theirs", b: "theirs", c: "theirs", d: "none", e: "none", f: "theirs" };
    expect(meetings).toEqual([expected, expected, expected]);
  });

  it("not by a name that two companies share, also where the second comes later", async () => {
    const [private_ = ""] = await capture({
      email: "g@gmail.com",
      company: "Harbour Lantern Shipping",
    });
    await capture({ email: "h@lantern-one.com", company: "Harbour Lantern Shipping Ltd" });
    expect(await companiesOf([private_])).toEqual({ g: "lantern-one.com" });
    await capture({ email: "i@lantern-two.com", company: "HARBOUR LANTERN SHIPPING LLC" });
    expect(await companiesOf([private_])).toEqual({ g: null });
  });

  it("not by a provider of private or throw-away mail", async () => {
    const ids = await capture(
      { email: "j@gmail.com", company: "Orchard Lamp Works" },
      { email: "k@mailinator.com", company: "Orchard Lamp Works" },
      { email: "l@hotmail.no", companyDomain: "gmail.com", company: "Orchard Lamp Works" },
    );
    expect(await companiesOf(ids)).toEqual({ j: null, k: null, l: null });
    const domains = ["gmail.com", "mailinator.com", "hotmail.no"];
    expect(await db.select().from(company).where(inArray(company.domain, domains))).toEqual([]);
  });

  it("keeps the domain that came with a name when the lead comes again without it", async () => {
    const input = { email: "m@gmail.com", company: "Tallow", companyDomain: "tallow.example" };
    const ids = await capture(input);
    await capture({ email: "m@gmail.com", company: "Tallow", jobTitle: "Chandler" });
    expect(await companiesOf(ids)).toEqual({ m: "tallow.example" });
  });

  it("shows the better source's name: a domain, then a form's, then enrichment's", async () => {
    const [first = ""] = await capture({ email: "n@pinewick.example" });
    expect(await named("pinewick.example")).toEqual({ name: "pinewick.example", nameKey: null });
    const [second = ""] = await capture({ email: "o@pinewick.example", company: "pinewick inc" });
    expect(await named("pinewick.example")).toEqual({ name: "Pinewick", nameKey: "pinewick" });
    await enriched(second, "Pinewick Candle Company, Inc.");
    const best = { name: "Pinewick Candle Co", nameKey: "pinewickcandle" };
    expect(await named("pinewick.example")).toEqual(best);
    await capture({ email: "p@pinewick.example", company: "Pinewick" });
    await capture({ email: "q@pinewick.example", company: "Pinewick" });
    expect(await named("pinewick.example")).toEqual(best);
    expect(await companiesOf([first])).toEqual({ n: "pinewick.example" });
  });

  it("takes up whom a company's better name concerns", async () => {
    const [waiting = ""] = await capture({
      email: "r@gmail.com",
      company: "Copper Thistle Brewery",
    });
    const [brewer = ""] = await capture({ email: "s@ctb.example", company: "CTB" });
    expect(await companiesOf([waiting])).toEqual({ r: null });
    await enriched(brewer, "Copper Thistle Brewery Ltd");
    expect(await companiesOf([waiting])).toEqual({ r: "ctb.example" });
  });

  it("stores hostile names as given and meets by none of them", async () => {
    const hostile = [
      "'; drop table company; --",
      "\u202Eevil\u202C",
      "🚀🚀🚀",
      "%",
      "a\\",
      "ﷺ".repeat(100),
    ];
    const inputs = hostile.map((text, index) => ({ email: `t${index}@gmail.com`, company: text }));
    const ids = await capture(...inputs);
    expect(Object.values(await companiesOf(ids))).toEqual(hostile.map(() => null));
    const own = await capture({ email: "u@hostile.example", company: hostile[0] });
    expect(await companiesOf(own)).toEqual({ u: "hostile.example" });
  });
});
