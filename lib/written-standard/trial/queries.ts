import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { FieldId } from "@/lib/standard/categories";
import { bitsOf, type FieldStates, fieldsOf } from "@/lib/standard/field-states";
import { gatingBits } from "@/lib/standard/holding";
import type { StandardTerms } from "@/lib/standard/versions/difference";
import { type Trial, trialOf, triedFrom } from "@/lib/standard/versions/trial";
import type { TriedLead, TriedList } from "./lists";

/** Leads on one page of a trial. */
export const TRIED_PAGE = 25;

/** The version in force and the draft that is tried against it. */
type Tried = { inForce: StandardTerms; draft: StandardTerms };

/** The bits of what keeps a lead with some states at the gate; the same rule as `holding`. */
function missing({ filled, verified }: FieldStates): SQL {
  return sql`((${filled}::bigint & ~t.filled) | (${verified}::bigint & ~t.verified))`;
}

/**
 * Last quarter's leads with what the gate saw: of one that was handed off, the states frozen with
 * its first handoff, else its current ones. Both are read from their indexes alone.
 */
function triedLeads({ inForce, draft }: Tried, now: Date): SQL {
  return sql`
    select t.id, t.captured_at, t.routed, ${missing(gatingBits(inForce))} as now,
      ${missing(gatingBits(draft))} as draft
    from (
      select l.id, l.captured_at, h.lead_id is not null as routed,
        coalesce(h.filled, l.filled) as filled, coalesce(h.verified, l.verified) as verified
      from lead l left join (
        select distinct on (lead_id) lead_id, filled, verified
        from handoff order by lead_id, routed_at
      ) h on h.lead_id = l.id
      where l.captured_at > ${triedFrom(now).toISOString()}::timestamptz
        and l.captured_at <= ${now.toISOString()}::timestamptz and l.status <> 'excluded'
    ) t`;
}

/** Tries a draft on last quarter's leads (D.3): who would have been held, and by what. */
export async function tryDraft(viewer: Viewer, tried: Tried, now: Date): Promise<Trial> {
  authorize(viewer, "write the standard");
  const groups = await db.execute<{ now: string; draft: string; count: number }>(sql`
    select now, draft, count(*)::int as count from (${triedLeads(tried, now)}) tried group by 1, 2`);
  return trialOf(
    groups.map(({ count, ...bits }) => ({
      now: Number(bits.now),
      draft: Number(bits.draft),
      count,
    })),
  );
}

const LISTS: Readonly<Record<TriedList["show"], SQL>> = {
  more: sql`tried.now = 0 and tried.draft <> 0`,
  fewer: sql`tried.now <> 0 and tried.draft = 0`,
  held: sql`tried.draft <> 0`,
};

/** One page of the leads behind a trial's number, the newest first. */
export async function triedPage(
  viewer: Viewer,
  tried: Tried,
  { show, field, page }: TriedList,
  now: Date,
): Promise<TriedLead[]> {
  authorize(viewer, "write the standard");
  const byField = field ? sql`and tried.draft & ${bitsOf([field])}::bigint <> 0` : sql``;
  const rows = await db.execute<Row>(sql`
    select l.id, l.name, l.company_name as company, l.job_title as title, l.email,
      l.captured_at::text as captured, found.now, found.draft, found.routed
    from (
      select * from (${triedLeads(tried, now)}) tried where ${LISTS[show]} ${byField}
      order by tried.captured_at desc, tried.id desc
      limit ${TRIED_PAGE} offset ${(page - 1) * TRIED_PAGE}
    ) found join lead l on l.id = found.id
    order by found.captured_at desc, found.id desc`);
  return rows.map(({ captured, now: before, draft, ...row }) => ({
    ...row,
    capturedAt: new Date(captured),
    holding: fieldsOf(Number(show === "fewer" ? before : draft)) as FieldId[],
  }));
}

type Row = {
  id: string;
  name: string | null;
  company: string | null;
  title: string | null;
  email: string | null;
  captured: string;
  now: string;
  draft: string;
  routed: boolean;
};
