import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { company } from "@/db/schema/company";
import { lead, leadField } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import { writeFields } from "@/lib/enrichment/commands";
import { captureLeads } from "../commands";
import type { LeadInput } from "../input";
import { labelSwitchboards } from "./commands";

const { db, transaction } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const site = systemActor("connection", "Website");
const FRONT_DESK = "+4722865000";

const capture = async (input: LeadInput, provider = "Website") => {
  const captures = [{ input, source: "form" as const, provider }];
  const [one] = await captureLeads(site, captures, now, { enrichment: "by caller" });
  return one ?? { leadId: "", result: "unchanged" as const };
};

const numbersOf = async (emails: string[]) => {
  const rows = await db
    .select({ email: lead.email, value: leadField.value, detail: leadField.detail })
    .from(leadField)
    .innerJoin(lead, eq(lead.id, leadField.leadId))
    .where(
      and(inArray(lead.email, emails), eq(leadField.fieldId, "C1.5"), eq(leadField.prevails, true)),
    );
  return Object.fromEntries(rows.map((row) => [row.email?.[0], [row.value, row.detail?.kind]]));
};

describe("C1.5 a number that is the company's switchboard", () => {
  it("is one that three leads of a company have, also those who came before, and their next", async () => {
    const at = "@bryggen.example";
    await capture({ email: `a${at}`, phone: FRONT_DESK });
    await capture({ email: `b${at}`, phone: FRONT_DESK });
    const both = [`a${at}`, `b${at}`];
    expect(await numbersOf(both)).toEqual({ a: [FRONT_DESK, "fixed"], b: [FRONT_DESK, "fixed"] });
    await capture({ email: `c${at}`, phone: "22 86 50 00", region: "NO" });
    const label = [FRONT_DESK, "switchboard"];
    expect(await numbersOf([...both, `c${at}`])).toEqual({ a: label, b: label, c: label });
    const [row] = await db.select().from(company).where(eq(company.domain, "bryggen.example"));
    expect(row?.switchboard).toBe(FRONT_DESK);
    await capture({ email: `d${at}`, phone: FRONT_DESK });
    expect(await numbersOf([`d${at}`])).toEqual({ d: label });
  });

  it("stays so, and says nothing new, when the same lead comes again", async () => {
    const again = await capture({ email: "a@bryggen.example", phone: FRONT_DESK });
    expect(again.result).toBe("unchanged");
  });

  it("is no switchboard with an extension, as a mobile, or at two companies", async () => {
    await capture({ email: "e@bryggen.example", phone: `${FRONT_DESK} ext. 12` });
    expect(await numbersOf(["e@bryggen.example"])).toEqual({ e: [FRONT_DESK, "fixed"] });
    const mobile = "+4741234567";
    for (const who of ["f", "g", "h"])
      await capture({ email: `${who}@kai.example`, phone: mobile });
    expect(await numbersOf(["f@kai.example"])).toEqual({ f: [mobile, "mobile"] });
    await capture({ email: "i@elsewhere.example", phone: FRONT_DESK });
    expect(await numbersOf(["i@elsewhere.example"])).toEqual({ i: [FRONT_DESK, "fixed"] });
  });

  it("gives way to a line of the lead's own, whoever confirmed it", async () => {
    const { leadId } = await capture({ email: "j@havn.example", phone: "+4741234599" });
    await transaction(async (tx) => {
      const row = {
        ...{ fieldId: "C1.5" as const, value: FRONT_DESK, source: "enrichment" as const },
        ...{ provider: "Apollo", verified: true, prevails: false, detail: { kind: "switchboard" } },
        obtainedAt: now.toISOString(),
      };
      await writeFields(tx, [{ leadId, row }]);
    });
    expect(await numbersOf(["j@havn.example"])).toEqual({ j: ["+4741234599", "mobile"] });
    const { leadId: other } = await capture({ email: "k@havn.example", phone: FRONT_DESK });
    await transaction((tx) => labelSwitchboards(tx, site, [other]));
    expect(await numbersOf(["k@havn.example"])).toEqual({ k: [FRONT_DESK, "switchboard"] });
  });
});
