import { sql } from "drizzle-orm";
import { connect } from "@/db/client";
import { COUNTED } from "@/lib/audit/trends/recount/queries";

/**
 * So many handoffs, spread evenly over the two years before `now`: copies of those there are, with a
 * snapshot of what trends count alone, written past the triggers, which look at them one by one.
 * Then the counts, by the recount's own statement.
 */
export async function giveHandoffs(ownerUrl: string, count: number, now: Date): Promise<void> {
  const { transaction, close } = connect(ownerUrl, { max: 1, statementTimeout: 0 });
  const until = now.toISOString();
  await transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`create temporary table template on commit drop as
      select row_number() over (order by routed_at, id) - 1 as place, count(*) over () as of, handoff.*,
        jsonb_build_object('fields', jsonb_build_object('C5.3', snapshot #> '{fields,C5.3}'),
          'owner', snapshot -> 'owner', 'standardVersion', snapshot -> 'standardVersion',
          'completeness', snapshot -> 'completeness', 'missing', snapshot -> 'missing') as counted
      from handoff`);
    await tx.execute(sql`
      insert into handoff (lead_id, owner_id, routed_at, standard_version, contact_basics,
        company_intelligence, behavioral_trail, scoring_context, handoff_metadata, name,
        company_name, job_title, tier, trigger, triggered_at, captured_at, missing, filled, verified,
        segment_id, snapshot)
      select lead_id, owner_id, at, standard_version, contact_basics, company_intelligence,
        behavioral_trail, scoring_context, handoff_metadata, name, company_name, job_title, tier,
        trigger, at, at, missing, filled, verified, segment_id,
        counted || jsonb_build_object('routedAt', to_jsonb(at))
      from (select row, date_trunc('milliseconds', ${until}::timestamptz
          - (${count}::int - row) * (interval '730 days' / ${count}::int)) as at
        from generate_series(1, ${count}::int) row) made
      join template on place = (hashint4(row) & 2147483647) % of`);
    await tx.execute(sql`delete from trend_count`);
    await tx.execute(sql`
      insert into trend_count (day, dimension, value, handoffs, warm, complete, fields, summed)
      select day, dimension, value, numbers[1], numbers[2], numbers[3:7], numbers[8:], true
      from (${COUNTED}) counted order by dimension, day`);
  }).finally(close);
}
