import { and, count, desc, eq, gte, inArray, isNotNull, max, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { enrichmentAttempt, enrichmentStep } from "@/db/schema/enrichment";
import { noticeDelivery } from "@/db/schema/notice";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { FailureCause } from "@/lib/enrichment/provider";
import { DAY } from "@/lib/platform/durations";
import { FIELD_IDS, type FieldId } from "@/lib/standard/categories";
import { firstOf, keptUnder } from "../kept-under";
import { crmDays, crmFailures } from "../outbox/standing/queries";
import type { CrmDay } from "../outbox/standing/view";
import { causeWords } from "../proof/verdict";
import { ASKED_OF, builtIns, connections } from "../queries";
import { reasonInSentence } from "../refusals/words";
import { daysOfEvents } from "../senders/queries";
import type { DayOfEvents } from "../senders/state";
import { readings } from "../sources/queries";
import type { Reading } from "../sources/reading";
import { sending } from "./senders/queries";
import type { Sync } from "./sync";

type Waiting = { waiting: number; waitingSince: Date | null; nextAt: Date | null };
const NOTHING: Waiting = { waiting: 0, waitingSince: null, nextAt: null };
type Kept = Waiting & Pick<Sync, "failures" | "lastSuccessAt">;

/** The held leads and what each provider last said of them to a lookup, by whose health it tells of. */
const lastFailures = sql`
  select distinct on (a.lead_id, coalesce(a.health_key, a.provider), a.lookup) a.lead_id,
    coalesce(a.health_key, a.provider) as key, a.answer, a.at, l.enrichment_next_at
  from lead l join enrichment_attempt a on a.lead_id = l.id
  where l.status = 'pending_enrichment' and l.sync_failed_at is not null
  order by a.lead_id, coalesce(a.health_key, a.provider), a.lookup, a.at desc`;

async function waitingLeads(): Promise<Map<string, Waiting>> {
  const rows = await db.execute<{
    key: string;
    waiting: number;
    since: string;
    next: string | null;
  }>(sql`
    select key, count(distinct lead_id)::int as waiting, min(at) as since,
      min(enrichment_next_at) as next
    from (${lastFailures}) said where answer in ('failed', 'skipped') group by key`);
  return new Map(
    rows.map(({ key, waiting, since, next }) => [
      key,
      { waiting, waitingSince: new Date(since), nextAt: next ? new Date(next) : null },
    ]),
  );
}

/** The held leads that wait for a provider, those first that wait longest. */
export async function leadsWaitingFor(
  viewer: Viewer,
  keys: readonly string[],
  most: number,
): Promise<string[]> {
  authorize(viewer, "document leads");
  const rows = await db.execute<{ id: string }>(sql`
    select lead_id as id from (${lastFailures}) said
    where answer in ('failed', 'skipped') and key in (${sql.join(
      keys.map((key) => sql`${key}`),
      sql`, `,
    )})
    group by lead_id order by min(at), lead_id limit ${most}`);
  return rows.map(({ id }) => id);
}

async function failedAnswers(now: Date): Promise<Map<string, Sync["failures"]>> {
  const { cause, answer, at } = enrichmentAttempt;
  const rows = await db
    .select({ key: ASKED_OF, cause, count: count() })
    .from(enrichmentAttempt)
    .where(and(eq(answer, "failed"), isNotNull(cause), gte(at, new Date(now.getTime() - DAY))))
    .groupBy(ASKED_OF, cause)
    .orderBy(desc(count()));
  const told = rows.map(({ cause: why, ...row }) => ({
    ...row,
    cause: causeWords(why as FailureCause),
  }));
  return new Map(
    [...Map.groupBy(told, (row) => row.key)].map(([key, those]) => [
      key,
      those.map(({ cause: why, count: times }) => ({ cause: why, count: times })),
    ]),
  );
}

/** When each provider last had an answer today, which one that costs nothing keeps nowhere else. */
async function lastAnswers(now: Date): Promise<Map<string, Date>> {
  const { answer, at } = enrichmentAttempt;
  const rows = await db
    .select({ key: ASKED_OF, at: max(at) })
    .from(enrichmentAttempt)
    .where(and(inArray(answer, ["found", "no_match"]), gte(at, new Date(now.getTime() - DAY))))
    .groupBy(ASKED_OF);
  return new Map(rows.flatMap((row) => (row.at ? [[row.key, row.at] as const] : [])));
}

async function fieldsGiven(): Promise<Map<string, FieldId[]>> {
  const rows = await db.select().from(enrichmentStep).where(eq(enrichmentStep.enabled, true));
  const byKey = Map.groupBy(rows, ({ connectionId, provider }) => connectionId ?? provider);
  const given = (steps: typeof rows) =>
    FIELD_IDS.filter((id) => steps.some(({ fills }) => fills[id] !== undefined));
  return new Map([...byKey].map(([key, steps]) => [key, given(steps)]));
}

async function notices(now: Date): Promise<Map<string, Kept>> {
  const { connectionId, state, words, tries, dueAt, settledAt, triedAt } = noticeDelivery;
  const stuck = sql`${state} = 'failed' or (${state} = 'waiting' and ${tries} > 0)`;
  const recent = sql`${triedAt} >= ${new Date(now.getTime() - DAY).toISOString()}::timestamptz`;
  const [states, causes] = await Promise.all([
    db
      .select({
        id: connectionId,
        waiting: sql<number>`(count(*) filter (where ${stuck} and ${triedAt} is not null))::int`,
        since: sql<string | null>`min(${triedAt}) filter (where ${stuck})`,
        next: sql<
          string | null
        >`min(${dueAt}) filter (where ${state} = 'waiting' and ${tries} > 0)`,
        success: sql<string | null>`max(${settledAt}) filter (where ${state} = 'sent')`,
      })
      .from(noticeDelivery)
      .groupBy(connectionId),
    db
      .select({ id: connectionId, cause: words, count: count() })
      .from(noticeDelivery)
      .where(and(isNotNull(words), sql`${state} <> 'dropped'`, recent))
      .groupBy(connectionId, words)
      .orderBy(desc(count())),
  ]);
  const failures = Map.groupBy(causes, ({ id }) => id);
  const at = (text: string | null) => (text ? new Date(text) : null);
  return new Map(
    states.map(({ id, waiting, since, next, success }) => [
      id,
      {
        waiting,
        waitingSince: at(since),
        nextAt: at(next),
        lastSuccessAt: at(success),
        failures: (failures.get(id) ?? []).map(({ cause, count: times }) => ({
          cause: cause ?? "",
          count: times,
        })),
      },
    ]),
  );
}

const later = (one: Date | null, other: Date | null) =>
  one && other ? new Date(Math.max(one.getTime(), other.getTime())) : (one ?? other);

/** How what a connected system sends keeps up. */
const eventsOf = (
  id: string,
  day: DayOfEvents | undefined,
  read: readonly Reading[] = [],
): Omit<Sync, "name"> => ({
  id,
  keys: [],
  does: "sends",
  gives: [],
  fault: null,
  nextAt: null,
  lastSuccessAt: read.map(({ readAt }) => readAt).reduce(later, day?.lastAt ?? null),
  failures: [
    ...read.flatMap(({ holds, failure, failures }) =>
      failure ? [{ cause: `No ${holds}: ${failure.replace(/\.$/, "")}`, count: failures }] : [],
    ),
    ...(day?.unreadable ? [{ cause: "Not readable", count: day.unreadable }] : []),
    ...(day?.refused ?? []).map(({ reason, count: times }) => ({
      cause: `Refused: ${reasonInSentence(reason)}`,
      count: times,
    })),
  ],
  waiting: day?.waiting ?? 0,
  waitingSince: day?.waitingSince ?? null,
});

/** Under what a CRM's match is told apart from what goes out to it. */
const matchId = (connectionId: string) => `match:${connectionId}`;

/** How what goes out to a CRM or a hook keeps up. */
const goesOutOf = (
  id: string,
  does: "writes" | "subscribes",
  day: CrmDay | undefined,
  failures: Sync["failures"] = [],
): Omit<Sync, "name"> => ({
  id,
  keys: [],
  does,
  gives: [],
  fault: null,
  failures,
  lastSuccessAt: day?.lastSentAt ?? null,
  waiting: day?.stuck ?? 0,
  waitingSince: day?.stuckSince ?? null,
  nextAt: day?.nextAt ?? null,
});

/** How every connected and every built-in system keeps up, in the order of the connections (M.2). */
export async function syncs(viewer: Viewer, now: Date): Promise<Sync[]> {
  authorize(viewer, "see connections");
  const connected = await connections(viewer, now);
  const calling = connected.filter(({ way }) => way === "sends").map(({ id }) => id);
  const [built, waiting, failures, answers, gives, told, senders, sent, goes, refused, read] =
    await Promise.all([
      builtIns(viewer, now),
      waitingLeads(),
      failedAnswers(now),
      lastAnswers(now),
      fieldsGiven(),
      notices(now),
      sending(viewer, now),
      daysOfEvents(viewer, calling, now),
      crmDays(viewer, now),
      crmFailures(viewer, now),
      readings(viewer, calling),
    ]);
  const asked = (
    id: string,
    keys: readonly string[],
    health: { lastSuccessAt: Date | null } | null,
  ) => ({
    id,
    keys,
    does: "is asked" as const,
    fault: null,
    ...(firstOf(waiting, keys) ?? NOTHING),
    failures: firstOf(failures, keys) ?? [],
    gives: gives.get(id) ?? [],
    lastSuccessAt: later(health?.lastSuccessAt ?? null, firstOf(answers, keys) ?? null),
  });
  const none: Kept = { ...NOTHING, failures: [], lastSuccessAt: null };
  const labels = connected.map(({ systemLabel }) => systemLabel);
  return [
    ...built.map(
      ({ id, label, health }): Sync => ({ name: label, ...asked(id, [id, label], health) }),
    ),
    ...connected.flatMap(({ id, name, way, systemLabel, health }): Sync[] => {
      if (way !== "writes") return [];
      const match = asked(matchId(id), keptUnder(id, systemLabel, labels), health);
      const out = goesOutOf(id, way, goes.get(id), refused.get(id));
      return [
        { name, ...out },
        { name: `${name}: CRM match`, ...match, gives: gives.get(id) ?? [] },
      ];
    }),
    ...connected
      .filter(({ way }) => way !== "writes")
      .map(({ id, name, way, systemLabel, health }): Sync => {
        if (way === "sends") return { name, ...eventsOf(id, sent.get(id), read.get(id)) };
        if (way === "subscribes")
          return { name, ...goesOutOf(id, way, goes.get(id), refused.get(id)) };
        if (way === "asked")
          return { name, ...asked(id, keptUnder(id, systemLabel, labels), health) };
        const named = { id, name, keys: [], does: "tells" as const, fault: null };
        return { ...named, gives: [], ...(told.get(id) ?? none) };
      }),
    ...senders,
  ];
}
