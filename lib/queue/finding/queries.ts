import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { containing } from "@/db/like";
import { decision, handoff } from "@/db/schema/handoff";
import { lead, leadField } from "@/db/schema/lead";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { type CrmMatchNow, crmMatchNow, type Learned } from "@/lib/handoff/since/since";
import { type Told, told } from "@/lib/handoff/told";
import { WHOLE_LETTERS } from "@/lib/intake/text/whole-letters";
import type { FieldValue } from "@/lib/standard/field";
import type { FoundLead, Reach } from "../reach";

const MOST = 8;

const isMine = (viewer: Viewer) =>
  and(eq(handoff.ownerId, viewer.id), eq(lead.handoffId, handoff.id));

/** A text in plain letters, as a keyboard without accents types it; what is plain costs no more than that. */
function plainly(text: SQL): SQL {
  const bare = sql`regexp_replace(lower(normalize(${text}, NFKD)), '[\u0300-\u036f]', '', 'g')`;
  const plain = Object.entries(WHOLE_LETTERS).reduce(
    (so, [whole, letters]) => sql`replace(${so}, ${whole}::text, ${letters}::text)`,
    bare,
  );
  return sql`case when octet_length(${text}) = length(${text}) then lower(${text}) else ${plain} end`;
}

/** The viewer's own leads whose name or company has every word of `words`, the open ones first. */
export async function findLeads(viewer: Viewer, words: string): Promise<FoundLead[]> {
  authorize(viewer, "work the queue");
  const each = words.trim().split(/\s+/).filter(Boolean);
  if (each.length === 0) return [];
  const names = plainly(sql`(${handoff.name} || ' ' || ${handoff.companyName})`);
  return db
    .select({
      leadId: handoff.leadId,
      name: handoff.name,
      companyName: handoff.companyName,
      open: sql<boolean>`${decision.handoffId} is null`,
    })
    .from(handoff)
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .leftJoin(decision, eq(decision.handoffId, handoff.id))
    .where(
      and(
        isMine(viewer),
        // Each word in plain letters once a statement, not once a row: hence the select.
        ...each.map(
          (word) => sql`${names} like (select ${plainly(sql`${containing(word)}::text`)})`,
        ),
      ),
    )
    .orderBy(desc(isNull(decision.handoffId)), desc(handoff.routedAt), handoff.id)
    .limit(MOST);
}

/** The CRM match (C2.5) where it was learned after the handoff, and nothing was decided yet. */
const MATCH_LEARNED = sql<Told<Learned> | null>`(
  select json_build_object('fieldId', ${leadField.fieldId}, 'value', ${leadField.value},
    'detail', ${leadField.detail}, 'at', ${leadField.obtainedAt})
  from ${leadField}
  where ${leadField.leadId} = ${handoff.leadId} and ${leadField.fieldId} = 'C2.5'
    and ${leadField.prevails} and ${leadField.obtainedAt} > ${handoff.routedAt}
    and not exists (select from ${decision} where ${decision.handoffId} = ${handoff.id}))`;

/**
 * How to reach a lead of the viewer's own, as it was handed off, and what the CRM says of its company
 * by now; null for any other.
 */
export async function reachOf(
  viewer: Viewer,
  leadId: string,
): Promise<(Reach & { crmMatch: CrmMatchNow | null }) | null> {
  authorize(viewer, "work the queue");
  const value = (id: string) =>
    sql<string | null>`${handoff.snapshot} -> 'fields' -> ${id}::text ->> 'value'`;
  const [row] = await db
    .select({
      reach: { phone: value("C1.5"), email: value("C1.4"), linkedin: value("C1.6") },
      given: sql<FieldValue | null>`${handoff.snapshot} -> 'fields' -> 'C2.5'`,
      learned: MATCH_LEARNED,
    })
    .from(handoff)
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .where(and(isMine(viewer), eq(handoff.leadId, leadId)));
  if (!row) return null;
  const { reach, given, learned } = row;
  const crmMatch = crmMatchNow({
    snapshot: { fields: given ? { "C2.5": given } : {} },
    since: { learned: learned ? [told(learned)] : [] },
  });
  return { ...reach, crmMatch };
}
