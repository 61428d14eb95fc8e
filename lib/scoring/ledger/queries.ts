import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { lead } from "@/db/schema/lead";
import { scoreEntry } from "@/db/schema/scoring";
import { authorize } from "@/lib/access/permissions";
import type { Actor, Viewer } from "@/lib/access/viewer";
import { DAY } from "@/lib/platform/durations";
import type { FieldValues } from "@/lib/standard/categories";
import type { Trend } from "@/lib/standard/scoring-context";
import type { ScoreOverride } from "../override";
import type { ScorePoint } from "../score-history";
import type { MapScore } from "../taken";
import type { StoredEntry } from "./ledger-change";

/** Reads run inside a command's transaction, or outside of any for a page. */
type Reads = Transaction | typeof db;

/** The trend looks back this far at most (see the model's input). */
const LOOKED_BACK_DAYS = 35;

/** A row of the ledger as it is stored, and since when it says what it says. */
export type LedgerRow = StoredEntry & { at: Date };

/** The ledgers of leads as they were written, what raised the score most first (C4). */
export async function storedLedgers(
  within: Reads,
  actor: Actor,
  leadIds: readonly string[],
): Promise<Map<string, LedgerRow[]>> {
  authorize(actor, "see every lead");
  if (leadIds.length === 0) return new Map();
  const rows = await within
    .select()
    .from(scoreEntry)
    .where(inArray(scoreEntry.leadId, [...leadIds]))
    .orderBy(desc(scoreEntry.points), asc(scoreEntry.rule));
  return Map.groupBy(rows, ({ leadId }) => leadId);
}

/** What was written of a lead's score; the history has the earliest first. */
export type KnownScore = {
  entries: StoredEntry[];
  history: ScorePoint[];
  override: ScoreOverride | null;
  map: MapScore[];
};
/** The same as JSON has it. */
type KnownRow = {
  leadId: string;
  entries: StoredEntry[] | null;
  history: (Omit<ScorePoint, "at"> & { at: string })[] | null;
  override: ScoreOverride | null;
  map: MapScore[] | null;
};

/**
 * What was written of leads' scores, as far back as the trend looks; one statement, since every
 * judgement waits for it. A lead of which nothing is known is left out.
 */
export async function knownScores(
  within: Reads,
  actor: Actor,
  leadIds: readonly string[],
  now: Date,
): Promise<Map<string, KnownScore>> {
  authorize(actor, "see every lead");
  if (leadIds.length === 0) return new Map();
  const from = new Date(now.getTime() - LOOKED_BACK_DAYS * DAY).toISOString();
  // The last point before that time says how the score stood when it began.
  const rows = await within.execute<KnownRow>(sql`
    select l.id as "leadId", (
      select json_agg(json_build_object('group', e."group", 'rule', e.rule, 'label', e.label,
        'points', e.points, 'activityIds', e.activity_ids, 'activityCount', e.activity_count,
        'modelVersion', e.model_version))
      from score_entry e where e.lead_id = l.id
    ) as entries, (
      select json_agg(json_build_object('at', h.at, 'total', h.total, 'fit', h.fit,
        'intent', h.intent, 'behavior', h.behavior, 'modelVersion', h.model_version,
        'byTime', h.by_time) order by h.at)
      from score_history h where h.lead_id = l.id and h.at >= coalesce((
        select max(earlier.at) from score_history earlier
        where earlier.lead_id = l.id and earlier.at <= ${from}::timestamptz), '-infinity')
    ) as history, (
      select json_build_object('total', o.total, 'reason', o.reason, 'author', p.name, 'at', o.at)
      from score_override o join person p on p.id = o.person_id where o.lead_id = l.id
    ) as override, (
      select json_agg(json_build_object('part', m.part, 'value', m.value, 'provider', m.provider,
        'at', m.obtained_at) order by m.part)
      from map_score m where m.lead_id = l.id
    ) as map
    from jsonb_array_elements_text(${JSON.stringify(leadIds)}::jsonb) as x(id),
      lateral (select x.id::uuid as id) l`);
  return new Map([...rows].map(({ leadId, ...row }) => [leadId, knownOf(row)]));
}

function knownOf({ entries, history, override, map }: Omit<KnownRow, "leadId">): KnownScore {
  return {
    entries: entries ?? [],
    history: (history ?? []).map(({ at, ...point }) => ({ ...point, at: new Date(at) })),
    override: override && { ...override, at: new Date(override.at).toISOString() },
    map: (map ?? []).map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
  };
}

/** A lead's score as it was written when it was judged last; nothing of it is worked out again. */
export type StoredScore = { total: number | null; trend: Trend | null; fields: FieldValues };

/** The numbers of C4 that the lead's last judgement wrote. Null where there is no such lead. */
export async function storedScore(viewer: Viewer, leadId: string): Promise<StoredScore | null> {
  authorize(viewer, "see every lead");
  const [row] = await db
    .select({ total: lead.scoreTotal, trend: lead.trend, computed: lead.computed })
    .from(lead)
    .where(eq(lead.id, leadId));
  if (!row) return null;
  const { computed, ...numbers } = row;
  const ofScore = Object.entries(computed).filter(([id]) => id.startsWith("C4."));
  return { ...numbers, fields: Object.fromEntries(ofScore) };
}
