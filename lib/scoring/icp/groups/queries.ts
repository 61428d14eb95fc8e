import { inArray, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { lead } from "@/db/schema/lead";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { IcpInput } from "../../model/model-input";
import { modelInForce } from "../../queries";
import type { NamedPreview } from "../preview";
import { type LeadGroup, tierMoves } from "../tier-moves";
import { type GroupRow, leadGroup } from "./group";

/** The leads in groups that no criterion tells apart, as they were at `countedAt`. */
type CountedGroups = { groups: LeadGroup[]; countedAt: Date };

/**
 * Counting reads every value of every lead: about a second for a hundred thousand. So one count
 * serves an admin who tries things out, and the page says how old it is.
 */
const KEPT_MS = 300_000;
/** Newest leads remembered of each group: as many as are ever listed. */
const NEWEST = 10;

// On the global object: development loads this module again at each change.
const shared = globalThis as typeof globalThis & {
  batonLeadGroups?: { at: number; counted: Promise<CountedGroups> } | undefined;
};

/**
 * Every lead that was not set aside, grouped by the facts that the ICP asks for. At most
 * five minutes old; those who ask at the same time wait for one count.
 */
export async function leadGroups(viewer: Viewer, now: Date): Promise<CountedGroups> {
  authorize(viewer, "see the ICP");
  const known = shared.batonLeadGroups;
  const age = known ? now.getTime() - known.at : Number.POSITIVE_INFINITY;
  if (known && age >= 0 && age < KEPT_MS) return known.counted;
  const counted = countGroups(now);
  shared.batonLeadGroups = { at: now.getTime(), counted };
  // One that failed serves nobody.
  counted.catch(() => {
    if (shared.batonLeadGroups?.counted === counted) shared.batonLeadGroups = undefined;
  });
  return counted;
}

async function countGroups(countedAt: Date): Promise<CountedGroups> {
  return transaction(async (tx) => {
    // Otherwise sorted on disk: twice as slow at a hundred thousand leads.
    await tx.execute(sql`set local work_mem = '64MB'`);
    const { threshold } = await modelInForce(tx);
    const rows = await tx.execute<GroupRow>(sql`
      with said as (
        select lead_id,
          min(value::text) filter (where field_id = 'C2.1') as employees,
          min('[' || coalesce(value::text, 'null') || ',' || coalesce(detail::text, 'null') || ']')
            filter (where field_id = 'C2.2') as revenue,
          min(value::text) filter (where field_id = 'C2.3') as industry,
          coalesce(
            min('[' || coalesce(value::text, 'null') || ']')
              filter (where field_id = 'C2.4' and prevails and source = 'person'),
            '[' || string_agg(value::text, ',' order by provider)
              filter (where field_id = 'C2.4' and source <> 'person' and not_obtainable is null)
              || ']'
          ) as tech_stack
        from lead_field
        where (prevails and field_id in ('C2.1', 'C2.2', 'C2.3')) or field_id = 'C2.4'
        group by lead_id
      )
      select l.tier, l.status in ('routed', 'contacted', 'accepted', 'rejected') as "handedOff",
        case when l.status = 'ready' and l.mql_at is null
          then greatest(${threshold} - coalesce(l.score_total, 0), 0) end as lacks,
        l.country collate "C" as country, l.job_title collate "C" as "jobTitle",
        s.employees collate "C" as employees, s.revenue collate "C" as revenue,
        s.industry collate "C" as industry, s.tech_stack collate "C" as "techStack", count(*)::int as count,
        to_jsonb((array_agg(extract(epoch from l.captured_at) || ' ' || l.id
          order by l.captured_at desc, l.id))[1:${NEWEST}]) as newest
      from lead l left join said s on s.lead_id = l.id
      where l.status <> 'excluded'
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9`);
    return { groups: [...rows].map(leadGroup), countedAt };
  });
}

/** What an ICP would change for the leads there are, before anyone saves it (C2.6). */
export async function icpPreview(viewer: Viewer, icp: IcpInput, now: Date): Promise<NamedPreview> {
  const [{ groups, countedAt }, model] = await Promise.all([
    leadGroups(viewer, now),
    modelInForce(),
  ]);
  const preview = tierMoves(groups, icp, model, NEWEST);
  const ids = preview.first.map(({ id }) => id);
  const named = await db
    .select({ id: lead.id, name: lead.name, companyName: lead.companyName })
    .from(lead)
    .where(inArray(lead.id, ids));
  const byId = new Map(named.map((one) => [one.id, one]));
  const first = preview.first.map((one) => {
    const { name = null, companyName = null } = byId.get(one.id) ?? {};
    return { ...one, name, companyName };
  });
  return { ...preview, first, countedAt };
}
