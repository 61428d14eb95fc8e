import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aLead } from "@/db/factories/leads";
import { enrichmentAnswer, enrichmentAttempt } from "@/db/schema/enrichment";
import { lead, leadField } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { APOLLO_FAULTS, APOLLO_KEY, type Apollo, startApollo } from "@/e2e/doubles/apollo";
import { systemActor } from "@/lib/access/viewer";
import { forgetOldAnswers } from "@/lib/enrichment/answers/commands";
import { apollo } from "@/lib/enrichment/apollo/apollo";
import { readySteps, type Step } from "@/lib/enrichment/chain/step";
import { stepsOf } from "@/lib/enrichment/chain/steps-of";
import { enrichLeads } from "./commands";

const { db } = testDatabase();
const actor = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");
const seconds = (count: number) => new Date(now.getTime() + count * 1_000);

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

/** Apollo as connected, made anew each time: nothing is remembered but what the database keeps. */
function chain(): Step[] {
  const settings = {
    address: double.address,
    webhookUrl: "https://baton.example/phone-numbers",
    costCents: 12,
  };
  const provider = apollo.connect({ settings, secrets: { apiKey: APOLLO_KEY } });
  const rows = stepsOf(provider, null, 0).filter(({ lookup }) => lookup === "person");
  return readySteps(
    rows.map((row) => ({ ...row, id: row.lookup })),
    () => provider,
  );
}

/** A run in which no time is left to ask again at once. */
const run = (id: string, at: Date) =>
  enrichLeads(actor, [id], {
    clock: () => at,
    steps: chain(),
    time: () => ({ elapsed: () => 29_000, pause: async () => {} }),
  });

/** A lead without a number, under an address of its own that Apollo knows by its first part. */
const aLeadWithoutNumber = () =>
  aLead(now, {
    email: `ingrid.solberg@${randomUUID().slice(0, 8)}.nordlys-logistics.example`,
    company: "Nordlys Logistics",
    phone: undefined,
    jobTitle: undefined,
  });

const rowOf = async (id: string) => (await db.select().from(lead).where(eq(lead.id, id)))[0];
const attemptsOf = (id: string) =>
  db
    .select()
    .from(enrichmentAttempt)
    .where(and(eq(enrichmentAttempt.leadId, id), eq(enrichmentAttempt.provider, "Apollo")))
    .orderBy(enrichmentAttempt.at);
const numberOf = async (id: string) => {
  const rows = await db
    .select()
    .from(leadField)
    .where(and(eq(leadField.leadId, id), eq(leadField.fieldId, "C1.5"), leadField.prevails));
  return rows[0];
};
const paths = () => double.asked.map(({ method, path }) => `${method} ${path.split("/")[3]}`);

describe("C1.5 a number that comes later", () => {
  it("arrives by its ticket, is filled with its source, and is paid for once", async () => {
    const id = await aLeadWithoutNumber();
    await run(id, now);
    expect(await numberOf(id)).toBeUndefined();
    expect((await rowOf(id))?.enrichmentNextAt).toEqual(seconds(30));
    await run(id, seconds(31));
    expect((await rowOf(id))?.enrichmentNextAt).toEqual(seconds(71));
    double.numbers("have come");
    await run(id, seconds(75));
    expect(await numberOf(id)).toMatchObject({
      value: "+4740654321",
      source: "enrichment",
      provider: "Apollo",
      verified: true,
      obtainedAt: seconds(75),
    });
    expect(paths()).toEqual(["POST people", "GET webhook_result", "GET webhook_result"]);
    const attempts = await attemptsOf(id);
    expect(attempts.map(({ answer, costCents }) => [answer, costCents])).toEqual([
      ["later", 12],
      ["later", 0],
      ["found", 0],
    ]);
    await run(id, seconds(600));
    expect(paths()).toHaveLength(3);
  });

  it("takes up no tries of the lead while it is waited for", async () => {
    const id = await aLeadWithoutNumber();
    const before = (await rowOf(id))?.enrichmentTries;
    for (const at of [0, 60, 120, 180]) await run(id, seconds(at));
    expect((await rowOf(id))?.enrichmentTries).toBe(before);
  });

  it("is not asked after before its time, nor anew by another lead of the address", async () => {
    const id = await aLeadWithoutNumber();
    await run(id, now);
    await run(id, seconds(10));
    expect(paths()).toEqual(["POST people"]);
    expect((await attemptsOf(id)).map(({ costCents }) => costCents)).toEqual([12, 0]);
  });

  it("outlives a process that died while asking, and answers that went wrong", async () => {
    const id = await aLeadWithoutNumber();
    await run(id, now);
    // As a killed process leaves it: claimed, and never given back.
    await db
      .update(enrichmentAnswer)
      .set({ answer: "asking", expiresAt: seconds(40) })
      .where(eq(enrichmentAnswer.answer, "later"));
    await forgetOldAnswers(actor, seconds(60));
    double.fail(APOLLO_FAULTS["a fault of its own"]);
    await run(id, seconds(61));
    double.fail(null);
    double.numbers("have come");
    await run(id, seconds(361));
    expect(await numberOf(id)).toMatchObject({ value: "+4740654321" });
    expect(paths().filter((path) => path === "POST people")).toHaveLength(1);
  });

  it("leaves the person where no number comes, and does not pay to ask again", async () => {
    const id = await aLeadWithoutNumber();
    await run(id, now);
    double.numbers("none found");
    await run(id, seconds(60));
    await run(id, seconds(3_600));
    expect(await numberOf(id)).toBeUndefined();
    expect(paths()).toEqual(["POST people", "GET webhook_result"]);
  });
});
