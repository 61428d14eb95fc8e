import { and, count, eq, gt, isNull, lt, max, ne, or, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { close, db } from "@/db/client";
import { activity } from "@/db/schema/activity";
import { attempt, handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { DATABASE_NAME, testServer } from "@/db/testing/database";
import { cloneDatabase, dropDatabase } from "@/db/testing/template";
import { demonstrationPerson } from "@/lib/access/queries";
import { LEAD_STATUS_NAMES } from "@/lib/gate/status";

const now = new Date("2026-03-12T10:20:00Z");
const SMALL = 64;
const second = `${DATABASE_NAME}_again`;
const server = testServer();

/** The demonstration's code, as a new process would have it: with these settings and this pool. */
async function processFor(database: string) {
  await close();
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", server.ownerUrl(database));
  vi.stubEnv("DATABASE_APP_URL", server.appUrl(database));
  vi.stubEnv("BATON_DIRECTORY", "db/seed/company-directory.json");
  return { ...(await import("./demonstration")), ...(await import("./large/large")) };
}

/** What became of every lead, without the ids, which are new each time. */
async function outcomes() {
  const { email, externalId, status, scoreTotal, missing, trigger } = lead;
  const { scoreTotal: given, warm, routedAt } = handoff;
  return db
    .select({ email, externalId, status, scoreTotal, missing, trigger, given, warm, routedAt })
    .from(lead)
    .leftJoin(handoff, eq(handoff.id, lead.handoffId))
    .orderBy(email, externalId);
}

const counted = async (rows: Promise<{ count: number }[]>) => (await rows)[0]?.count ?? 0;

describe("the demonstration company, seeded", () => {
  let before: Awaited<ReturnType<typeof outcomes>>;
  let product: Awaited<ReturnType<typeof processFor>>;
  const refusals: string[] = [];

  beforeAll(async () => {
    await cloneDatabase(server, server.template, second);
    for (const database of [second, DATABASE_NAME]) {
      if (database === DATABASE_NAME) before = await outcomes();
      product = await processFor(database);
      const played = await product.seedDemonstration({ now, leads: SMALL });
      refusals.push(...played.refusals);
    }
  }, 120_000);

  afterAll(() => dropDatabase(server, second));

  it("comes out the same in another database: its number decides", async () => {
    expect(before.length).toBeGreaterThan(SMALL * 0.9);
    expect(await outcomes()).toEqual(before);
  });

  it("is refused nothing: story and product agree", () => {
    expect(refusals).toEqual([]);
  });

  it("G.1 G.3 hands off no lead whose Contact Basics or Company Intelligence is incomplete", async () => {
    const said = sql`${handoff.snapshot} -> 'completeness'`;
    const incomplete = db
      .select({ count: count() })
      .from(handoff)
      .where(
        or(
          ne(handoff.contactBasics, "complete"),
          ne(handoff.companyIntelligence, "complete"),
          sql`${said} ->> 'contactBasics' <> 'complete'`,
          sql`${said} ->> 'companyIntelligence' <> 'complete'`,
        ),
      );
    expect(await counted(db.select({ count: count() }).from(handoff))).toBeGreaterThan(SMALL / 3);
    expect(await counted(incomplete)).toBe(0);
  });

  it("has leads in every status that lasts", async () => {
    const found = new Set((await outcomes()).map(({ status }) => status));
    expect([...found].toSorted()).toEqual(
      LEAD_STATUS_NAMES.filter((status) => status !== "captured").toSorted(),
    );
  });

  it("Q.1 Q.2 gives the rep whom the button signs in a queue with clocks that run, and late ones", async () => {
    const rep = await demonstrationPerson("rep");
    const open = await db
      .select({ status: lead.status, routedAt: handoff.routedAt, tried: attempt.id })
      .from(handoff)
      .innerJoin(lead, eq(lead.handoffId, handoff.id))
      .leftJoin(attempt, eq(attempt.handoffId, handoff.id))
      .where(
        and(eq(handoff.ownerId, rep?.id ?? ""), sql`${lead.status} in ('routed', 'contacted')`),
      );
    const window = now.getTime() - 5 * 60_000;
    const untried = open.filter(({ tried }) => tried === null);
    expect(open.length).toBeGreaterThanOrEqual(5);
    expect(untried.filter(({ routedAt }) => routedAt.getTime() > window).length).toBeGreaterThan(1);
    expect(untried.filter(({ routedAt }) => routedAt.getTime() < window).length).toBeGreaterThan(0);
  });

  it("C3.8 words three to five touchpoints of at least one activity each, in most handoffs", async () => {
    const rows = await db.select({ snapshot: handoff.snapshot }).from(handoff);
    const trails = rows.map(({ snapshot }) => snapshot.touchpoints);
    for (const touchpoint of trails.flat()) expect(touchpoint.count).toBeGreaterThanOrEqual(1);
    expect(trails.filter(({ length }) => length >= 3 && length <= 5).length).toBeGreaterThan(
      trails.length / 2,
    );
  });

  it("X has something for the rules to leave out, and leads that came back after months", async () => {
    const rows = await db.select({ snapshot: handoff.snapshot }).from(handoff);
    const rules = new Set(rows.flatMap(({ snapshot }) => snapshot.leftOut.map(({ rule }) => rule)));
    expect(rules.size).toBeGreaterThanOrEqual(4);
    expect(rows.filter(({ snapshot }) => snapshot.reEngaged).length).toBeGreaterThan(0);
  });

  it("tells nothing of the future", async () => {
    const late = await Promise.all([
      counted(db.select({ count: count() }).from(handoff).where(gt(handoff.routedAt, now))),
      counted(db.select({ count: count() }).from(attempt).where(gt(attempt.at, now))),
      counted(db.select({ count: count() }).from(activity).where(gt(activity.occurredAt, now))),
      counted(db.select({ count: count() }).from(lead).where(gt(lead.updatedAt, now))),
    ]);
    expect(late).toEqual([0, 0, 0, 0]);
  });

  it("is not played into a database that holds anything", async () => {
    expect([await product.isEmpty(), await product.isDemonstration()]).toEqual([false, true]);
  });

  describe("made large", () => {
    beforeAll(() => product.seedLarge({ now, leads: 300, activities: 6_000 }), 60_000);

    it("has as many leads and activities as asked for", async () => {
      expect(await counted(db.select({ count: count() }).from(lead))).toBe(300);
      expect(await counted(db.select({ count: count() }).from(activity))).toBe(6_000);
      expect(await product.isDemonstration()).toBe(false);
    });

    it("G.3 copies handoffs through the gate, with every column of their templates, a day earlier", async () => {
      const differs = sql`'{id, lead_id, snapshot, routed_at, triggered_at, captured_at, recorded_at}'`;
      const copied = await db.execute<{ same: boolean; own: boolean; earlier: string }>(sql`
        select to_jsonb(copy) - ${differs}::text[] = to_jsonb(o) - ${differs}::text[] as same,
          array[o.routed_at - copy.routed_at, o.triggered_at - copy.triggered_at,
            o.captured_at - copy.captured_at]::text as earlier,
          copy.snapshot ->> 'leadId' = copy.lead_id::text
            and copy.snapshot #>> '{fields,C1.4,value}' = l.email as own
        from handoff copy join lead l on l.id = copy.lead_id and l.email ~ '[.]1@'
        join lead t on t.email = replace(l.email, '.1@', '@') join handoff o on o.id = t.handoff_id`);
      expect(copied.length).toBeGreaterThan(20);
      expect(copied.every(({ same, own }) => same && own)).toBe(true);
      expect(new Set(copied.map(({ earlier }) => earlier))).toEqual(
        new Set(['{"1 day","1 day","1 day"}']),
      );
    });

    it("leaves no lead that says handed off without a handoff of its own", async () => {
      const [row] = await db
        .select({ count: count(), last: max(lead.updatedAt) })
        .from(lead)
        .where(
          and(
            isNull(lead.handoffId),
            sql`${lead.status} in ('routed', 'contacted', 'accepted', 'rejected')`,
          ),
        );
      expect(row?.count).toBe(0);
      const early = db
        .select({ count: count() })
        .from(activity)
        .where(lt(activity.occurredAt, new Date("2025-08-01")));
      expect(await counted(early)).toBe(0);
    });
  });
});
