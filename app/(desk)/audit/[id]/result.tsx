import { AgreementSection } from "@/components/audit/result/agreement-section";
import { EarlierSection } from "@/components/audit/result/earlier-section";
import { ResultSection } from "@/components/audit/result/result-section";
import { SwapSection } from "@/components/audit/sample/swap-note";
import { overridesIn, VerdictNotes } from "@/components/audit/sample/verdict-notes";
import { Section } from "@/components/ui/section";
import type { Viewer } from "@/lib/access/viewer";
import { changesSince } from "@/lib/audit/result/earlier";
import { agreementOf, judgedBy } from "@/lib/audit/result/of-auditor";
import { windowCounts } from "@/lib/audit/result/queries";
import {
  type CategoryResult,
  categoryResults,
  fieldResults,
  type Judged,
} from "@/lib/audit/result/result";
import { auditBefore } from "@/lib/audit/sample/queries";
import type { AuditHead, AuditLine } from "@/lib/audit/sample/view";
import { standardAt } from "@/lib/gate/queries";
import type { Standard } from "@/lib/standard/standard";

type ResultProps = {
  head: AuditHead;
  /** The leads as the first auditor judged them. */
  judged: readonly Judged[];
  lines: readonly AuditLine[];
  viewer: Viewer;
  now: Date;
};

type EarlierProps = Pick<ResultProps, "head" | "viewer" | "now"> & {
  results: CategoryResult[];
  standard: Standard;
};

async function Earlier({ head, results, standard, viewer, now }: EarlierProps) {
  const before = await auditBefore(viewer, head);
  const auditor = before?.head.seats[0]?.personId;
  if (!before || !auditor) return null;
  const earlier = categoryResults(judgedBy(before.lines, auditor), null, standard);
  const changes = changesSince(results, earlier);
  return <EarlierSection earlier={before.head} changes={changes} reader={viewer} now={now} />;
}

/** What a finished audit says: by its first auditor, how far the second agrees, and what changed. */
export async function Result({ head, judged, lines, viewer, now }: ResultProps) {
  const [first, second] = head.seats;
  if (!first) return null;
  const [counts, standard] = await Promise.all([windowCounts(viewer, head), standardAt(now)]);
  const results = categoryResults(judged, counts, standard);
  const { locale } = viewer;
  return (
    <>
      <ResultSection
        results={results}
        fields={fieldResults(judged)}
        auditor={first.name}
        locale={locale}
      />
      <Earlier head={head} results={results} standard={standard} viewer={viewer} now={now} />
      <SwapSection lines={lines} reader={viewer} now={now} />
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
