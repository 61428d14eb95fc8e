import { type GapLine, GapSection } from "@/components/audit/gaps/gap-section";
import { gapAnchor } from "@/components/audit/gaps/gap-words";
import { InterviewSection } from "@/components/audit/interviews/interview-section";
import { may } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { dueDay } from "@/lib/audit/findings/due";
import { gapFindings, possibleOwners } from "@/lib/audit/findings/queries";
import { gapsOf } from "@/lib/audit/gaps/queries";
import { interviewsOf } from "@/lib/audit/interviews/queries";
import { windowCounts } from "@/lib/audit/result/queries";
import type { FieldResult } from "@/lib/audit/result/result";
import type { AuditHead } from "@/lib/audit/sample/view";
import { standardAt } from "@/lib/gate/queries";

type MendProps = { head: AuditHead; fields: readonly FieldResult[]; viewer: Viewer; now: Date };

/** Every gap that the machine, an auditor or a rep names, with what is done about it. */
async function gapLines(
  { head, fields, viewer }: MendProps,
  named: readonly GapLine["gap"]["fieldId"][],
) {
  const [gaps, findings, standard] = await Promise.all([
    gapsOf(viewer, head),
    gapFindings(viewer),
    standardAt(head.at),
  ]);
  const found = [...fields.map(({ fieldId }) => fieldId), ...named];
  const unseen = [...new Set(found)].filter((id) => !gaps.some(({ fieldId }) => fieldId === id));
  const all = [...gaps, ...unseen.map((fieldId) => ({ fieldId, missing: 0, shares: [] }))];
  return all.map((gap): GapLine => {
    const open = findings.find(
      ({ fieldId, closedAt }) => fieldId === gap.fieldId && closedAt === null,
    );
    return {
      gap,
      audited: fields.find(({ fieldId }) => fieldId === gap.fieldId)?.rate.complete ?? 0,
      owner: standard.requirements[gap.fieldId].owner,
      open: open ? { owner: open.owner, dueOn: open.dueOn } : null,
    };
  });
}

/** What reps say, and why each field was missing (A.4, A.5). */
export async function Mend(props: MendProps) {
  const { head, viewer, now } = props;
  const interviews = await interviewsOf(viewer, head.id);
  const named = interviews.flatMap(({ answer }) => answer?.fieldIds ?? []);
  const [lines, owners, window] = await Promise.all([
    gapLines(props, named),
    possibleOwners(viewer),
    windowCounts(viewer, head),
  ]);
  const { complete, partial, absent } = window.contactBasics;
  const mayRun = may(viewer, "run audits");
  const dueOn = dueDay(now, viewer.timeZone);
  return (
    <>
      <InterviewSection
        personId={viewer.id}
        {...{ interviews, mayRun, now }}
        auditId={head.id}
        gapHref={(id) => `#${gapAnchor(id)}`}
        reader={viewer}
      />
      <GapSection
        personId={viewer.id}
        {...{ lines, owners, mayRun, dueOn, now }}
        auditId={head.id}
        handoffs={complete + partial + absent}
        locale={viewer.locale}
      />
    </>
  );
}
