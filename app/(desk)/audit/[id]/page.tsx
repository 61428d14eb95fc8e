import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FinishButton } from "@/components/audit/judging/finish-button";
import { AuditFacts } from "@/components/audit/sample/audit-facts";
import { leadLine } from "@/components/audit/sample/lead-line";
import { LeadTable } from "@/components/audit/sample/lead-table";
import { Breadcrumbs } from "@/components/shell/breadcrumbs";
import { PageHeader } from "@/components/shell/page-header";
import { PrintButton } from "@/components/shell/print-button";
import { ButtonLink } from "@/components/ui/button-link";
import { buttonLook } from "@/components/ui/button-look";
import { Section } from "@/components/ui/section";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { isDrawnBySeed } from "@/lib/audit/draw/queries";
import { judgedBy } from "@/lib/audit/result/of-auditor";
import { fieldResults } from "@/lib/audit/result/result";
import { auditWithLines } from "@/lib/audit/sample/queries";
import {
  type AuditHead,
  type AuditLine,
  hindranceToJudge,
  isDone,
  nextOpen,
} from "@/lib/audit/sample/view";
import {
  auditAddress,
  auditCsvAddress,
  auditLeadAddress,
  auditsAddress,
} from "@/lib/platform/address";
import { Mend } from "./mend";
import { Result } from "./result";
import "../print.css";

export const metadata: Metadata = { title: "Audit" };

type AuditPageProps = { params: Promise<{ id: string }> };
type StepProps = { head: AuditHead; lines: readonly AuditLine[]; viewer: Viewer };

/** The one thing to do next: begin, go on, or finish; nothing where somebody else judges. */
function NextStep({ head, lines, viewer }: StepProps) {
  if (!may(viewer, "run audits") || hindranceToJudge(head, viewer.id)) return null;
  const next = nextOpen(lines, viewer.id);
  if (!next) return <FinishButton auditId={head.id} />;
  const begun = head.seats.some(({ personId }) => personId === viewer.id);
  return (
    <ButtonLink href={auditLeadAddress(head.id, next.place)} variant="primary" kbd="G">
      {begun ? "Go on" : "Begin"}
    </ButtonLink>
  );
}

/** One audit: how it was drawn, how far it is, what came of it, and its leads. */
export default async function AuditPage({ params }: AuditPageProps) {
  const { id } = await params;
  const viewer = await requireViewer(auditAddress(id), "see the audit");
  const audit = await auditWithLines(viewer, id);
  if (!audit) notFound();
  const { head, lines } = audit;
  const now = new Date();
  const drawnAgain = await isDrawnBySeed(viewer, id);
  const done = isDone(head);
  const auditor = done ? (head.seats[0]?.personId ?? viewer.id) : viewer.id;
  const judged = judgedBy(lines, auditor);
  const rows = lines.map((line) => leadLine(head, line, auditor, viewer, now));
  const sample = (
    <Section title="The sample" aside="in the order of drawing" className="mt-6">
      <LeadTable rows={rows} />
    </Section>
  );
  return (
    <div data-report="">
      <Breadcrumbs crumbs={[{ label: "Audit", href: auditsAddress() }, { label: "Sample" }]} />
      <PageHeader
        title={`Audit of ${head.size} leads`}
        actions={
          <>
            <a href={auditCsvAddress(id)} download className={buttonLook("quiet", false)}>
              CSV
            </a>
            <PrintButton />
            <NextStep head={head} lines={lines} viewer={viewer} />
          </>
        }
      />
      <AuditFacts
        {...{ head, drawnAgain, now }}
        reader={viewer}
        mayDraw={may(viewer, "run audits")}
      />
      {done ? <Result {...{ head, judged, lines, viewer, now }} /> : sample}
      <Mend head={head} fields={done ? fieldResults(judged) : []} viewer={viewer} now={now} />
      {done && sample}
    </div>
  );
}
