import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { JudgeBar } from "@/components/audit/judging/judge-bar";
import { judgedCategories } from "@/components/audit/judging/judged-categories";
import { SwapNote } from "@/components/audit/sample/swap-note";
import { VerdictNotes } from "@/components/audit/sample/verdict-notes";
import { Identity } from "@/components/handoff/sheet/identity";
import { SheetParts } from "@/components/handoff/sheet/sheet-parts";
import { Warnings } from "@/components/handoff/sheet/warnings";
import { identityWords } from "@/components/handoff/words/identity";
import { sheetWords } from "@/components/handoff/words/sheet";
import { asGiven, warningWords } from "@/components/handoff/words/warnings";
import { placeWords } from "@/components/shell/place-words";
import { PositionBar } from "@/components/shell/position-bar";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { auditWithLines, snapshotOfLine } from "@/lib/audit/sample/queries";
import { hindranceToJudge, nextOpen } from "@/lib/audit/sample/view";
import { auditAddress, auditLeadAddress } from "@/lib/platform/address";
import { readLineEvidence } from "./parts";

export const metadata: Metadata = { title: "Audit a lead" };

type AuditLeadProps = { params: Promise<{ id: string; place: string }> };

/** One lead of a sample as its rep saw it, with the auditor's verdicts above. */
export default async function AuditLeadPage({ params }: AuditLeadProps) {
  const { id, place } = await params;
  const viewer = await requireViewer(auditLeadAddress(id, Number(place)), "see the audit");
  const audit = await auditWithLines(viewer, id);
  const line = audit?.lines.find((one) => one.place === Number(place));
  const snapshot = line && (await snapshotOfLine(viewer, line.id));
  if (!audit || !line || !snapshot) notFound();
  const { head, lines } = audit;
  const reading = { reader: viewer, now: new Date() };
  const hrefOf = (at: number) => (lines[at] ? auditLeadAddress(id, lines[at].place) : undefined);
  const at = lines.indexOf(line);
  const rest = lines.filter((one) => one !== line);
  const next = nextOpen(rest, viewer.id, line.place);
  const hindrance = may(viewer, "run audits")
    ? (hindranceToJudge(head, viewer.id) ?? undefined)
    : "Managers and admins judge samples.";
  const anyDone = head.seats.some(({ doneAt }) => doneAt);
  const previousHref = hrefOf(at - 1);
  const nextHref = hrefOf(at + 1);
  return (
    <>
      <PositionBar
        back={{ href: auditAddress(id), label: "Audit" }}
        position={placeWords({ at: at + 1, of: lines.length }, viewer.locale)}
        {...(previousHref ? { previousHref } : {})}
        {...(nextHref ? { nextHref } : {})}
      />
      <JudgeBar
        key={line.id}
        lineId={line.id}
        categories={judgedCategories(line, viewer.id)}
        nextHref={next ? auditLeadAddress(id, next.place) : auditAddress(id)}
        hindrance={hindrance}
        swapHindrance={anyDone ? "Somebody has finished, so the sample stays." : undefined}
      />
      <SwapNote line={line} reader={viewer} now={reading.now} />
      <VerdictNotes lines={[line]} seats={head.seats} />
      <article>
        <Warnings warnings={warningWords(asGiven(snapshot), reading)} />
        <Identity words={identityWords(snapshot, reading)} />
        <SheetParts
          words={sheetWords(snapshot, reading, false)}
          evidence={readLineEvidence.bind(null, line.id)}
        />
      </article>
    </>
  );
}
