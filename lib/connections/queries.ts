import { and, asc, desc, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { enrichmentAttempt } from "@/db/schema/enrichment";
import { history } from "@/db/schema/history";
import { apiKey } from "@/db/schema/person";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { healthOfAll } from "@/lib/enrichment/health/commands";
import { builtInProviders } from "@/lib/enrichment/providers";
import { webhookAddress } from "@/lib/platform/address";
import { DAY } from "@/lib/platform/durations";
import type { Json } from "@/lib/standard/field";
import { firstOf, keptUnder } from "./kept-under";
import type { TestVerdict } from "./proof/verdict";
import { isChannel, isCrm, isHook, isSender, isSource, type System, systemOf } from "./systems";
import type { BuiltInView, ConnectionView, DayOfAnswers } from "./view";

const NO_ANSWERS: DayOfAnswers = { answers: {}, kept: 0 };

/** Of whom an answer is: whose health it tells of, or where that was not kept yet the system's name. */
export const ASKED_OF = sql<string>`coalesce(${enrichmentAttempt.healthKey}, ${enrichmentAttempt.provider})`;

/** What each provider answered in the last 24 hours, by `ASKED_OF`. */
async function daysOfAnswers(labels: string[], now: Date): Promise<Map<string, DayOfAnswers>> {
  if (labels.length === 0) return new Map();
  const rows = await db
    .select({
      key: ASKED_OF,
      answer: enrichmentAttempt.answer,
      count: sql<number>`count(*)::int`,
      kept: sql<number>`(count(*) filter (where ${enrichmentAttempt.kept}))::int`,
    })
    .from(enrichmentAttempt)
    .where(
      and(
        inArray(enrichmentAttempt.provider, labels),
        gte(enrichmentAttempt.at, new Date(now.getTime() - DAY)),
      ),
    )
    .groupBy(ASKED_OF, enrichmentAttempt.answer);
  const days = [...Map.groupBy(rows, ({ key }) => key)].map(
    ([key, those]): [string, DayOfAnswers] => [
      key,
      {
        answers: Object.fromEntries(those.map(({ answer, count }) => [answer, count])),
        kept: those.reduce((sum, { kept }) => sum + kept, 0),
      },
    ],
  );
  return new Map(days);
}

/** The latest entry of one of the verbs for each connection. */
async function latest(ids: string[], verbs: string[]) {
  const rows = await db
    .selectDistinctOn([history.subjectId], {
      id: history.subjectId,
      at: history.at,
      after: history.after,
    })
    .from(history)
    .where(
      and(
        eq(history.subject, "connection"),
        inArray(history.subjectId, ids),
        inArray(history.verb, verbs),
      ),
    )
    .orderBy(history.subjectId, desc(history.at));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Until when the secret before this one holds besides; null once that is over. */
function earlierUntil(after: Json | undefined, now: Date): Date | null {
  const { earlierUntil: until } = (after ?? {}) as { earlierUntil?: string | null };
  return until && new Date(until) > now ? new Date(until) : null;
}

function wayOf(system: System | undefined): ConnectionView["way"] {
  if (!system) return "asked";
  if (isSender(system) || isSource(system)) return "sends";
  if (isCrm(system)) return "writes";
  if (isHook(system)) return "subscribes";
  return isChannel(system) ? "tells" : "asked";
}

/** The connected systems with how they are doing, the first one connected first. */
export async function connections(viewer: Viewer, now: Date): Promise<ConnectionView[]> {
  authorize(viewer, "see connections");
  // The secrets are not even read.
  const rows = await db
    .select({
      id: connection.id,
      system: connection.system,
      name: connection.name,
      settings: connection.settings,
      paused: connection.paused,
      createdAt: connection.createdAt,
      subscribedBy: apiKey.name,
    })
    .from(connection)
    .leftJoin(apiKey, eq(apiKey.id, connection.subscribedBy))
    .where(isNull(connection.removedAt))
    .orderBy(asc(connection.createdAt), asc(connection.id));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const labels = rows.map(({ system }) => systemOf(system)?.label ?? system);
  const [health, days, tests, keys] = await Promise.all([
    healthOfAll(viewer),
    daysOfAnswers(labels, now),
    latest(ids, ["tested"]),
    latest(ids, ["replaced secrets"]),
  ]);
  return rows.map(({ system: systemId, createdAt, settings, ...row }): ConnectionView => {
    const system = systemOf(systemId);
    const test = tests.get(row.id);
    const { works, words, cause } = (test?.after ?? {}) as Partial<TestVerdict>;
    return {
      ...row,
      systemLabel: system?.label ?? systemId,
      way: wayOf(system),
      webhook: system && isSender(system) ? webhookAddress(system.id, row.id) : null,
      asks: system?.settings ?? [],
      settings: settings as ConnectionView["settings"],
      connectedAt: createdAt,
      secretSetAt: keys.get(row.id)?.at ?? createdAt,
      earlierUntil: earlierUntil(keys.get(row.id)?.after, now),
      test: test
        ? { works: works ?? null, words: words ?? "", at: test.at, ...(cause && { cause }) }
        : null,
      health: health.get(row.id) ?? null,
      day: firstOf(days, keptUnder(row.id, system?.label ?? systemId, labels)) ?? NO_ANSWERS,
    };
  });
}

/** The providers that need no connection, with how they are doing. */
export async function builtIns(viewer: Viewer, now: Date): Promise<BuiltInView[]> {
  authorize(viewer, "see connections");
  const providers = builtInProviders();
  const [health, days] = await Promise.all([
    healthOfAll(viewer),
    daysOfAnswers(
      providers.map(({ label }) => label),
      now,
    ),
  ]);
  return providers.map(({ id, label }) => ({
    id,
    label,
    health: health.get(id) ?? null,
    day: firstOf(days, [id, label]) ?? NO_ANSWERS,
  }));
}
