import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { PhraseUsage } from "./usage";

type Row = { id: string; text: string; leads: number; accepted: number; decided: number };

/**
 * The phrases of the library with their use, the most used first. A handoff counts for a phrase
 * where its lead carried the flag when the rep decided, whoever set it.
 */
export async function phraseUsage(viewer: Viewer): Promise<PhraseUsage[]> {
  authorize(viewer, "document leads");
  const [rows, all] = await Promise.all([
    db.execute<Row>(sql`
      select p.id, p.text, count(distinct n.lead_id) filter (where n.withdrawn_at is null)::int as leads,
        count(distinct d.handoff_id) filter (where d.accepted)::int as accepted,
        count(distinct d.handoff_id)::int as decided
      from phrase p left join note n on n.phrase_id = p.id
        left join handoff h on h.lead_id = n.lead_id
        left join decision d on d.handoff_id = h.id and n.at <= d.at
          and (n.withdrawn_at is null or n.withdrawn_at > d.at)
      where p.retired_at is null group by p.id order by leads desc, p.created_at, p.text`),
    db.execute<{ accepted: number; decided: number }>(sql`
      select count(*) filter (where accepted)::int as accepted, count(*)::int as decided from decision`),
  ]);
  const total = all[0] ?? { accepted: 0, decided: 0 };
  return rows.map(({ accepted, decided, ...row }) => ({
    ...row,
    withIt: { accepted, of: decided },
    withoutIt: { accepted: total.accepted - accepted, of: total.decided - decided },
  }));
}
