import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { auditJudgement, auditLine, auditSeat } from "@/db/schema/audit";
import { handoff } from "@/db/schema/handoff";
import { person } from "@/db/schema/person";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { Snapshot } from "@/lib/handoff/snapshot";
import { CATEGORY_KEYS, type CategoryKey } from "@/lib/standard/categories";
import { auditHeads } from "../sample/queries";
import { isDone } from "../sample/view";
import type { Checked } from "./fakes";

/** What the machine calls complete in the leads of finished audits, as their first auditors judged it. */
export async function checkedCategories(viewer: Viewer): Promise<Checked[]> {
  authorize(viewer, "see the audit");
  // Nothing of an audit is told before everybody who judges it has finished.
  const finished = (await auditHeads(viewer)).filter(isDone).map(({ id }) => id);
  if (finished.length === 0) return [];
  const machine = sql.join(
    CATEGORY_KEYS.map((key) => sql`when ${auditJudgement.category} = ${key} then ${handoff[key]}`),
    sql` `,
  );
  const rows = await db
    .select({
      auditId: auditLine.auditId,
      place: auditLine.place,
      name: handoff.name,
      auditor: person.name,
      of: auditJudgement,
      fields: sql<Snapshot["fields"]>`${handoff.snapshot} -> 'fields'`,
      summary: sql<Snapshot["summary"]>`${handoff.snapshot} -> 'summary'`,
    })
    .from(auditJudgement)
    .innerJoin(auditLine, eq(auditLine.id, auditJudgement.lineId))
    .innerJoin(handoff, eq(handoff.id, auditLine.handoffId))
    .innerJoin(
      auditSeat,
      and(
        eq(auditSeat.auditId, auditLine.auditId),
        eq(auditSeat.personId, auditJudgement.personId),
        eq(auditSeat.seat, 1),
      ),
    )
    .innerJoin(person, eq(person.id, auditJudgement.personId))
    .where(
      and(
        inArray(auditLine.auditId, finished),
        sql`case ${machine} end = 'complete'`,
        sql`not exists (select 1 from audit_line later where later.replaces_id = ${auditLine.id})`,
      ),
    )
    .orderBy(desc(auditJudgement.at), auditLine.place);
  return rows.map(({ of, ...row }) => {
    const category = of.category as CategoryKey;
    const { verdict, fieldIds, reason } = of;
    return { ...row, category, judgement: { category, verdict, fieldIds, reason } };
  });
}
