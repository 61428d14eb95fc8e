import { AgreementSection } from "@/components/audit/result/agreement-section";
import { ResultSection } from "@/components/audit/result/result-section";
import { overridesIn, VerdictNotes } from "@/components/audit/sample/verdict-notes";
import { Section } from "@/components/ui/section";
import type { Viewer } from "@/lib/access/viewer";
import { agreementOf } from "@/lib/audit/result/of-auditor";
import { windowCounts } from "@/lib/audit/result/queries";
import { categoryResults, fieldResults, type Judged } from "@/lib/audit/result/result";
import type { AuditHead, AuditLine } from "@/lib/audit/sample/view";

type ResultProps = {
  head: AuditHead;
  /** The leads as the first auditor judged them. */
  judged: readonly Judged[];
  lines: readonly AuditLine[];
  viewer: Viewer;
};

/** What a finished audit says: by its first auditor, and how far the second agrees. */
export async function Result({ head, judged, lines, viewer }: ResultProps) {
  const [first, second] = head.seats;
  if (!first) return null;
  const window = await windowCounts(viewer, head);
  const { locale } = viewer;
  return (
    <>
      <ResultSection
        results={categoryResults(judged, window)}
        fields={fieldResults(judged)}
        auditor={first.name}
        locale={locale}
      />
      {overridesIn(lines, head.seats).length > 0 && (
        <Section title="Seen otherwise than the machine" className="mt-6">
          <VerdictNotes lines={lines} seats={head.seats} named />
        </Section>
      )}
      {second && (
        <AgreementSection
          auditId={head.id}
          names={[first.name, second.name]}
          report={agreementOf(lines, [first.personId, second.personId])}
          locale={locale}
        />
      )}
    </>
  );
}
