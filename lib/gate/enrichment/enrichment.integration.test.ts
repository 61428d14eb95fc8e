import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { enrichmentAnswer, enrichmentAttempt, enrichmentHealth } from "@/db/schema/enrichment";
import { history } from "@/db/schema/history";
import { lead, leadField } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import type { Step } from "@/lib/enrichment/chain/step";
import { retryEnrichment } from "@/lib/enrichment/commands";
import type { Answer } from "@/lib/enrichment/provider";
import { aStep, gave } from "@/lib/enrichment/testing/steps";
import { captureLeads } from "@/lib/intake/commands";
import { bringBack, setAside } from "../aside/commands";
import { fillField } from "../filling/commands";
import { enrichLeads, findDueLeads } from "./commands";

const { db, owner } = testDatabase();
const actor = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

async function rowOf(id: string) {
  const [row] = await db.select().from(lead).where(eq(lead.id, id));
  if (!row) throw new Error("No such lead.");
  return row;
}
const attemptsOf = (id: string) =>
  db.select().from(enrichmentAttempt).where(eq(enrichmentAttempt.leadId, id));
const jobsOf = async (leadId: string) => {
  const rows = await owner.execute<{ data: { again?: boolean } }>(
    sql`select data from pgboss.job where data ->> 'leadId' = ${leadId}`,
  );
  return [...rows];
};
const run = (ids: string[], steps: Step[], at = now, anew = false) =>
  enrichLeads(actor, ids, { clock: () => at, steps, anew });

/** A provider of its own name, counting how often it was really asked. */
function provider(answer: () => Answer | Promise<Answer>, rest: Partial<Step> = {}) {
  const counted = { asked: 0 };
  const step = aStep(`P${randomUUID().slice(0, 8)}`, {
    ...rest,
    ask: async () => {
      counted.asked += 1;
      return answer();
    },
  });
  return { step, counted };
}
const found: Answer = {
  answer: "found",
  words: "Knows the person.",
  values: { "C1.2": gave("VP Operations") },
};
const noMatch: Answer = { answer: "no_match", words: "Does not know them." };
const down: Answer = { answer: "failed", cause: "unreachable", words: "Cannot be reached." };

describe("G.2 what the chain says of a lead", () => {
  it("is kept with its cost, its time and its failure, and the lead goes on", async () => {
    const id = await aLead(now);
    const broken = provider(() => ({ answer: "failed", cause: "unreadable", words: "No JSON." }));
    const good = provider(() => found);
    await run([id], [broken.step, good.step]);
    const attempts = await attemptsOf(id);
    expect(attempts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          provider: broken.step.label,
          cause: "unreadable",
          costCents: 10,
        }),
        expect.objectContaining({ provider: good.step.label, answer: "found", filled: ["C1.2"] }),
      ]),
    );
    const [title] = await db
      .select()
      .from(leadField)
      .where(and(eq(leadField.leadId, id), eq(leadField.fieldId, "C1.2"), leadField.prevails));
    expect(title).toMatchObject({ provider: good.step.label, verified: true, mode: "refresh" });
  });

  it.each([
    ["what was found", found, 10],
    ["no match", noMatch, 0],
    ["an answer that comes later", { answer: "later", words: "Wait.", retryAfterSeconds: 900 }, 0],
    ["a provider that is down", down, 0],
  ] satisfies [string, Answer, number][])(
    "bills %s as providers do",
    async (_what, answer, cents) => {
      const id = await aLead(now);
      const { step } = provider(() => answer);
      await run([id], [step]);
      const paid = (await attemptsOf(id)).filter(({ provider: name }) => name === step.label);
      expect(paid.map(({ costCents }) => costCents)).toEqual([cents]);
    },
  );

  it("counts a provider that breaks our own code as failed, not the lead", async () => {
    const id = await aLead(now);
    const bad = provider(() => {
      throw new TypeError("undefined is not a function");
    });
    expect(await run([id], [bad.step])).toEqual([]);
    expect(await attemptsOf(id)).toContainEqual(
      expect.objectContaining({ provider: bad.step.label, answer: "failed", cause: "broken" }),
    );
  });

  it("ends a provider that never answers at its time limit", async () => {
    const id = await aLead(now);
    const silent = provider(() => new Promise<never>(() => {}), { timeLimitMs: 20 });
    await run([id], [silent.step]);
    expect(await attemptsOf(id)).toContainEqual(
      expect.objectContaining({ provider: silent.step.label, cause: "time_limit" }),
    );
  });
});

describe("G.2 nothing is paid for twice", () => {
  it("keeps an answer for a domain, whoever's lead asks", async () => {
    const ids = [await aLead(now), await aLead(now), await aLead(now)];
    const { step, counted } = provider(() => found, { lookup: "company" });
    await run(ids.slice(0, 1), [step]);
    await run(ids.slice(1), [step], minutes(5));
    expect(counted.asked).toBe(1);
    const [kept] = (await attemptsOf(ids[2] ?? "")).filter(({ kept: was }) => was);
    expect(kept).toMatchObject({ answer: "found", costCents: 0, provider: step.label });
  });

  it("asks once where many leads want to know the same at the same moment", async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => aLead(now)));
    const { step, counted } = provider(() => found, { lookup: "company" });
    await enrichLeads(actor, ids, {
      clock: () => now,
      steps: [step],
      time: () => ({ elapsed: () => 0, pause: () => new Promise((done) => setImmediate(done)) }),
    });
    expect(counted.asked).toBe(1);
  });

  it("asks again when the answer has aged, and when somebody wants it anew", async () => {
    const id = await aLead(now);
    const { step, counted } = provider(() => noMatch, { cacheDays: 1 });
    await run([id], [step]);
    await run([id], [step], minutes(60));
    expect(counted.asked).toBe(1);
    await run([id], [step], minutes(60), true);
    expect(counted.asked).toBe(2);
    await run([id], [step], minutes(3 * 24 * 60));
    expect(counted.asked).toBe(3);
  });

  it("gives the question back where it was not answered", async () => {
    const id = await aLead(now);
    const { step, counted } = provider(() => down);
    await run([id], [step]);
    await run([id], [step]);
    expect(counted.asked).toBe(2);
    const kept = await db
      .select()
      .from(enrichmentAnswer)
      .where(eq(enrichmentAnswer.provider, step.provider));
    expect(kept).toEqual([]);
  });
});

describe("G.2 a provider that is down", () => {
  it("is left alone after three failures, and the chain goes on", async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => aLead(now)));
    const bad = provider(() => down);
    const good = provider(() => found);
    for (const id of ids) await run([id], [bad.step, good.step]);
    expect(bad.counted.asked).toBe(3);
    expect(good.counted.asked).toBe(5);
    expect(await attemptsOf(ids[4] ?? "")).toContainEqual(
      expect.objectContaining({ provider: bad.step.label, answer: "skipped", costCents: 0 }),
    );
    const [health] = await db
      .select()
      .from(enrichmentHealth)
      .where(eq(enrichmentHealth.provider, bad.step.healthKey));
    expect(health).toMatchObject({ failuresInARow: 3, lastCause: "unreachable" });
  });

  it("was not left out of a lead that has nothing to be asked by, which waits for no system", async () => {
    const bad = provider(() => down, { lookup: "email" });
    const ids = await Promise.all([1, 2, 3].map(() => aLead(now)));
    for (const id of ids) await run([id], [bad.step]);
    const [pseudonym] = await captureLeads(
      actor,
      [{ input: { externalId: randomUUID() }, source: "form", provider: "Tests" }],
      now,
      { enrichment: "by caller" },
    );
    const id = pseudonym?.leadId ?? "";
    await run([id], [bad.step]);
    expect(await attemptsOf(id)).toContainEqual(
      expect.objectContaining({ provider: bad.step.label, answer: "nothing_to_ask", costCents: 0 }),
    );
    expect((await rowOf(id)).enrichmentNextAt).toBeNull();
  });

  it("is tried once when its time has come, and asked again once it answers", async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => aLead(now)));
    let isUp = false;
    const { step, counted } = provider(() => (isUp ? found : down));
    for (const id of ids.slice(0, 3)) await run([id], [step]);
    await run(ids.slice(0, 4), [step], minutes(1));
    expect(counted.asked).toBe(4);
    isUp = true;
    await run(ids.slice(0, 1), [step], minutes(10));
    await run(ids, [step], minutes(10));
    expect(counted.asked).toBe(10);
  });
});

describe("G.2 a lead that stays short", () => {
  it("is tried again later and later, and each time is handed out once", async () => {
    const id = await aLead(now);
    const { step } = provider(() => down);
    await run([id], [step]);
    const first = await rowOf(id);
    expect(first.enrichmentTries).toBe(2);
    expect(first.enrichmentNextAt).toEqual(minutes(5));
    await findDueLeads(actor, minutes(4));
    expect(await jobsOf(id)).toEqual([]);
    const found = await Promise.all([
      findDueLeads(actor, minutes(60 * 24)),
      findDueLeads(actor, minutes(60 * 24)),
    ]);
    expect(found.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
    expect(await jobsOf(id)).toHaveLength(1);
  });

  it("is not tried again where no step could fill what is missing", async () => {
    const id = await aLead(now);
    await run([id], [aStep("Nothing", { fills: { "C1.7": "blank" } })]);
    expect((await rowOf(id)).enrichmentNextAt).toBeNull();
  });

  it("X.6 costs nothing more once it is set aside, and is not tried again", async () => {
    const ops = await aPerson("marketing_ops");
    const id = await aLead(now);
    await setAside(ops, { leadId: id, reason: "A test of the form" }, now);
    const { step, counted } = provider(() => found);
    await run([id], [step]);
    expect(counted.asked).toBe(0);
    expect((await rowOf(id)).enrichmentNextAt).toBeNull();
  });

  it("is due at once when it is brought back, or known by another address", async () => {
    const ops = await aPerson("marketing_ops");
    const id = await aLead(now);
    await setAside(ops, { leadId: id, reason: "A test of the form" }, now);
    await bringBack(ops, { leadId: id }, minutes(1));
    expect((await rowOf(id)).enrichmentNextAt).toEqual(minutes(1));
    const value = "ingrid.solberg@nordlys.example";
    await fillField(ops, { leadId: id, fieldId: "C1.4", value }, minutes(2));
    expect((await rowOf(id)).enrichmentNextAt).toEqual(minutes(2));
  });

  it("O.5 is asked about anew, many at once, as if it had never been tried", async () => {
    const ops = await aPerson("marketing_ops");
    const rep = await aPerson("rep");
    const ids = [await aLead(now), await aLead(now)];
    const input = { leadIds: [...ids, randomUUID()] };
    await expect(retryEnrichment(rep, input, now)).rejects.toThrow("document leads");
    const outcome = await retryEnrichment(ops, input, now);
    expect(outcome).toMatchObject({ ok: true, value: { left: 1 } });
    expect((await rowOf(ids[0] ?? "")).enrichmentTries).toBe(0);
    expect(await jobsOf(ids[0] ?? "")).toMatchObject([{ data: { again: true } }]);
    const told = await db
      .select()
      .from(history)
      .where(and(eq(history.subjectId, ids[1] ?? ""), eq(history.verb, "retried")));
    expect(told).toHaveLength(1);
    const many = { leadIds: Array.from({ length: 501 }, () => randomUUID()) };
    expect(await retryEnrichment(ops, many, now)).toMatchObject({ ok: false });
  });
});
