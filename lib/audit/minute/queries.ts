import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { bitsOf } from "@/lib/standard/field-states";
import type { Writing } from "./minute";

type Saved = Omit<Writing, "handoffs" | "unseen">;
type Given = Pick<Writing, "handoffs" | "unseen">;

/** A drafted summary has a value and nobody's word for it. */
const PROSE = bitsOf(["C3.9"]);

/**
 * How summaries were written since a moment, of the whole team together: no row and no number is
 * about one person.
 */
export async function writingSince(viewer: Viewer, from: Date): Promise<Writing> {
  authorize(viewer, "see the audit");
  const since = sql`${from.toISOString()}::timestamptz`;
  const [saved, given] = await Promise.all([
    db.execute<Saved>(sql`
      select count(*)::int as summaries, (count(*) filter (where as_drafted))::int as "asDrafted",
        count(took)::int as timed, coalesce(sum(took), 0)::float8 as seconds,
        percentile_disc(0.5) within group (order by took) as median,
        percentile_disc(0.9) within group (order by took) as ninth,
        count(draft_kept)::int as drafted,
        percentile_disc(0.5) within group (order by draft_kept) as kept
      from (select as_drafted, draft_kept, extract(epoch from at - opened_at)::float8 as took
        from summary_version where at >= ${since}) written`),
    db.execute<Given>(sql`
      select count(*)::int as handoffs,
        (count(*) filter (where filled & ${PROSE}::bigint <> 0 and verified & ${PROSE}::bigint = 0))::int as unseen
      from handoff where routed_at >= ${since}`),
  ]);
  const [written, out] = [saved[0], given[0]];
  if (!written || !out) throw new Error("What was written was not counted.");
  return { ...written, ...out };
}
