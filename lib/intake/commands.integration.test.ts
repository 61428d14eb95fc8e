import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { company } from "@/db/schema/company";
import { history } from "@/db/schema/history";
import { lead, leadField } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import type { Capture } from "./arrivals";
import { captureLeads } from "./commands";
import type { LeadInput } from "./input";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const later = new Date("2026-06-04T10:00:00Z");
const site = systemActor("connection", "Website");

const form = (input: LeadInput): Capture => ({ input, source: "form", provider: "Website" });
const capture = (input: LeadInput, at = now) => captureLeads(site, [form(input)], at);

async function valuesOf(leadId: string) {
  const rows = await db.select().from(leadField).where(eq(leadField.leadId, leadId));
  return Object.fromEntries(rows.filter((row) => row.prevails).map((row) => [row.fieldId, row]));
}

describe("a lead that arrives", () => {
  it("is new once, then changed by what is new, then unchanged", async () => {
    const first = await capture({ email: "ada@a1.example", firstName: "Ada", lastName: "Byron" });
    expect(first[0]?.result).toBe("new");
    const again = await capture({ email: "ada@a1.example", jobTitle: "Head of Data" }, later);
    expect(again).toEqual([{ leadId: first[0]?.leadId, result: "changed" }]);
    const same = await capture({ email: "ada@a1.example", jobTitle: "Head of Data" }, later);
    expect(same[0]?.result).toBe("unchanged");
  });

  it("keeps what was typed in its history, and the uniform value beside the original", async () => {
    const [one] = await capture({ email: "b@a2.example", company: "ACME CORPORATION INC." });
    const values = await valuesOf(one?.leadId ?? "");
    expect(values["C1.3"]).toMatchObject({
      value: "Acme Corp",
      detail: { original: "ACME CORPORATION INC." },
    });
    const [entry] = await db
      .select()
      .from(history)
      .where(and(eq(history.subjectId, one?.leadId ?? ""), eq(history.verb, "captured")));
    expect(entry).toMatchObject({
      actorName: "Website",
      after: { company: "ACME CORPORATION INC." },
    });
  });

  it("C takes placeholders for no value and captured for not verified", async () => {
    const [one] = await capture({
      email: "carla@a3.example",
      firstName: "N/A",
      lastName: "x",
      jobTitle: "TBD",
      phone: "-",
      company: "Kontor",
    });
    const values = await valuesOf(one?.leadId ?? "");
    expect(Object.keys(values).toSorted()).toEqual(["C1.3", "C1.4"]);
    expect(values["C1.4"]?.verified).toBe(false);
  });

  it("C5.3 keeps the first touch and moves the last", async () => {
    const email = "d@a4.example";
    const touch = (campaign: string) => ({ email, campaign, channel: "email", asset: "Guide" });
    const [one] = await capture(touch("Spring"));
    await capture(touch("Summer"), later);
    const attribution = (await valuesOf(one?.leadId ?? ""))["C5.3"]?.value;
    expect(attribution).toMatchObject({
      campaign: "Summer",
      firstTouch: { campaign: "Spring", at: now.toISOString() },
      lastTouch: { campaign: "Summer", at: later.toISOString() },
    });
  });

  it("is one lead with what came before under its sender's name, once both come together", async () => {
    const [nameless] = await capture({ externalId: "crm-7", jobTitle: "Head of Data" });
    const [known] = await capture({ email: "nora@a7.example", firstName: "Nora" });
    const [both] = await capture({ externalId: "crm-7", email: "nora@a7.example" }, later);
    expect(both?.leadId).toBe(known?.leadId);
    const statuses = await db
      .select({ id: lead.id, status: lead.status })
      .from(lead)
      .where(inArray(lead.id, [nameless?.leadId ?? "", known?.leadId ?? ""]));
    expect(
      new Map(statuses.map(({ id, status }) => [id, status])).get(nameless?.leadId ?? ""),
    ).toBe("excluded");
    const values = await valuesOf(known?.leadId ?? "");
    expect(values["C1.2"]).toMatchObject({ value: "Head of Data" });
    const [next] = await capture({ externalId: "crm-7", channel: "social" }, later);
    expect(next?.leadId).toBe(known?.leadId);
  });

  it("stays apart from one with another address that had the same name at its sender", async () => {
    const [one] = await capture({ externalId: "crm-8", email: "one@a8.example" });
    const [other] = await capture({ email: "other@a8.example" });
    await capture({ externalId: "crm-8", email: "other@a8.example" }, later);
    const rows = await db
      .select({ email: lead.email })
      .from(lead)
      .where(inArray(lead.id, [one?.leadId ?? "", other?.leadId ?? ""]));
    expect(rows.map(({ email }) => email).toSorted()).toEqual([
      "one@a8.example",
      "other@a8.example",
    ]);
  });

  it("is found by the sender's id where it has no address, and takes the address later", async () => {
    const [one] = await capture({ externalId: "crm-1", channel: "social" });
    const [other] = await capture({ externalId: "crm-1", email: "erik@a5.example" }, later);
    expect(other).toEqual({ leadId: one?.leadId, result: "changed" });
    const [row] = await db
      .select()
      .from(lead)
      .where(eq(lead.id, one?.leadId ?? ""));
    expect(row).toMatchObject({ email: "erik@a5.example", externalId: "crm-1" });
  });

  it("C1.3 meets its company by domain, whatever the spelling", async () => {
    const leads = await captureLeads(
      site,
      [
        form({ email: "f@north-sea.example", company: "North Sea Shipping AS" }),
        form({ email: "g@north-sea.example", company: "NORTH SEA SHIPPING" }),
        form({ email: "h@gmail.com", company: "North Sea" }),
      ],
      now,
    );
    const rows = await db
      .select({ companyId: lead.companyId })
      .from(lead)
      .where(
        inArray(
          lead.id,
          leads.map((one) => one.leadId),
        ),
      );
    expect(rows.filter((row) => row.companyId !== null)).toHaveLength(2);
    const companies = await db
      .select()
      .from(company)
      .where(eq(company.domain, "north-sea.example"));
    expect(companies).toMatchObject([{ name: "North Sea Shipping" }]);
  });

  it("is one lead when two systems send it in the same moment", async () => {
    const email = "race@a6.example";
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, index) => capture({ email, jobTitle: `Title ${index}` })),
    );
    const ids = new Set(all.flat().map((one) => one.leadId));
    expect(ids.size).toBe(1);
    expect(all.flat().filter((one) => one.result === "new")).toHaveLength(1);
    expect(await db.select().from(lead).where(eq(lead.email, email))).toHaveLength(1);
  });

  it("is one lead when a file names it twice", async () => {
    const email = "twice@a7.example";
    const results = await captureLeads(site, [form({ email }), form({ email })], now);
    expect(results.map((one) => one.result)).toEqual(["new", "unchanged"]);
  });
});
