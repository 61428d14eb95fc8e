import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { boardCount } from "@/db/schema/board";
import { enrichmentAttempt } from "@/db/schema/enrichment";
import { finding, handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { viewerOf } from "@/lib/access/queries";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import type { Answer } from "@/lib/enrichment/provider";
import { bringBack, setAside } from "@/lib/gate/aside/commands";
import { release } from "@/lib/gate/commands";
import { reportMissing } from "@/lib/handoff/commands";
import { reject } from "@/lib/handoff/decisions/commands";
import { settleFinding } from "../../commands";
import { ANSWER_FILTERS } from "../answers";
import { boardFacets } from "../facets/queries";
import { type BoardFilter, parseBoardFilter } from "../filter";
import { BOARD_KIND_NAMES, type BoardKind } from "../kinds";
import { boardLeads } from "../queries";
import { sumUpBoard } from "./commands";
import { boardCounts, countedFacets } from "./queries";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const job = systemActor("job", "Board");
const all = (show: BoardKind): BoardFilter => parseBoardFilter({ show });

/** What the board counts is what its lists hold, of each kind and beside each filter. */
async function expectCounted(ops: Viewer) {
  const held = await Promise.all(
    BOARD_KIND_NAMES.map(async (kind) => [kind, (await boardLeads(ops, all(kind))).length]),
  );
  expect(await boardCounts(ops)).toEqual(Object.fromEntries(held));
  // A search that everything fits makes the facets be counted from the leads themselves.
  const { answers, ...rest } = await boardFacets(ops, { ...all("enrichment"), search: "@" });
  expect(await countedFacets(ops)).toEqual({ answers, ...rest });
}

async function said(leadId: string, provider: string, answers: Answer["answer"][], at: Date) {
  const common = { lookup: "person", words: "Said so.", tookMs: 12, cause: null } as const;
  await db
    .insert(enrichmentAttempt)
    .values(answers.map((answer) => ({ leadId, provider, answer, at, ...common })));
}

/** Which answers a lead can be found by, from its attempts alone. */
async function lastSaid(leadId: string) {
  const attempts = await db
    .select()
    .from(enrichmentAttempt)
    .where(eq(enrichmentAttempt.leadId, leadId));
  const lookups = Map.groupBy(attempts, ({ provider, lookup }) => `${provider} ${lookup}`);
  const last = [...lookups.values()].flatMap((of) => {
    const latest = Math.max(...of.map(({ at }) => at.getTime()));
    return of.flatMap(({ at, answer }) => (at.getTime() === latest ? [answer] : []));
  });
  return Object.entries(ANSWER_FILTERS)
    .filter(([, { answers }]) => answers.some((answer) => last.includes(answer)))
    .map(([name]) => name);
}

async function routed(ops: Viewer) {
  const id = await aLead(now);
  await document(ops, id, now);
  await release(ops, { leadId: id }, now);
  const [given] = await db
    .select({ id: handoff.id, ownerId: handoff.ownerId })
    .from(lead)
    .innerJoin(handoff, eq(handoff.id, lead.handoffId))
    .where(eq(lead.id, id));
  const rep = given && (await viewerOf(given.ownerId, 1));
  if (!rep) throw new Error("Nobody has it");
  return { id, rep, handoffId: given.id };
}

describe("O.1 the counts of the board", () => {
  it("are what its lists hold, whatever becomes of a lead", async () => {
    const ops = await aPerson("marketing_ops");
    await aPerson("rep");
    const channel = `fair ${randomUUID()}`;
    const [held, documented, aside] = [
      await aLead(now, { channel }),
      await aLead(now),
      await aLead(now, { phone: undefined }),
    ];
    await expectCounted(ops);
    await document(ops, documented, now);
    await evaluate(held, minutes(2));
    await setAside(ops, { leadId: aside, reason: "A test" }, now);
    await expectCounted(ops);
    await bringBack(ops, { leadId: aside }, now);
    const { id, rep, handoffId } = await routed(ops);
    await expectCounted(ops);
    const words = "The number rings at a bakery.";
    await reject(rep, { handoffId, reason: "wrong_contact_data", fieldId: "C1.5", words }, now);
    await expectCounted(ops);
    await db
      .update(lead)
      .set({ doubtfulAt: now, syncFailedAt: now, channel: null, missing: [] })
      .where(eq(lead.id, held));
    await expectCounted(ops);
    await db.update(lead).set({ status: "captured" }).where(eq(lead.id, held));
    await expectCounted(ops);
    expect(await boardLeads(ops, all("returned"))).toContain(id);
  });

  it("Q.6 follow what reps flag, the last first, until all of it is settled", async () => {
    const ops = await aPerson("marketing_ops");
    await aPerson("rep");
    const { id, rep, handoffId } = await routed(ops);
    await reportMissing(rep, { handoffId, fieldId: "C2.4" }, now);
    await reportMissing(rep, { handoffId, fieldId: "C2.5" }, minutes(3));
    const flaggedAt = async () =>
      (await db.select().from(lead).where(eq(lead.id, id)))[0]?.flaggedAt;
    expect(await flaggedAt()).toEqual(minutes(3));
    await expectCounted(ops);
    const open = await db.select().from(finding).where(eq(finding.handoffId, handoffId));
    const settle = (findingId: string) => settleFinding(ops, { findingId }, now);
    await Promise.all(open.map((one) => settle(one.id)));
    expect(await flaggedAt()).toBeNull();
    expect(await boardLeads(ops, all("flagged"))).not.toContain(id);
    await expectCounted(ops);
  });

  it("G.1 follow what each lookup of a provider answered last", async () => {
    const ops = await aPerson("marketing_ops");
    const id = await aLead(now);
    const known = async () =>
      (await db.select().from(lead).where(eq(lead.id, id)))[0]?.lastSaid.toSorted();
    const steps: [string, Answer["answer"][], number][] = [
      ["Apollo", ["failed"], 1],
      ["ZoomInfo", ["skipped"], 2],
      ["Apollo", ["no_match", "later"], 3],
      ["ZoomInfo", ["found"], 4],
      ["Apollo", ["failed"], 2],
    ];
    for (const [provider, answers, at] of steps) {
      await said(id, provider, answers, minutes(at));
      expect(await known()).toEqual((await lastSaid(id)).toSorted());
      await expectCounted(ops);
    }
    await Promise.all([
      said(id, "Clearbit", ["failed"], minutes(5)),
      said(id, "Apollo", ["found"], minutes(5)),
    ]);
    expect(await known()).toEqual((await lastSaid(id)).toSorted());
  });

  it("stay so while they are added up beside arrivals, and become one row of each", async () => {
    const ops = await aPerson("marketing_ops");
    await Promise.all([sumUpBoard(job), aLead(now), sumUpBoard(job), aLead(now)]);
    await expectCounted(ops);
    await sumUpBoard(job);
    await expectCounted(ops);
    const { kind, facet, value } = boardCount;
    const parts = await db
      .select({ rows: sql<number>`count(*)::int` })
      .from(boardCount)
      .where(eq(kind, "enrichment"))
      .groupBy(kind, facet, value);
    expect(new Set(parts.map(({ rows }) => rows))).toEqual(new Set([1]));
  });
});
