import type { Metadata } from "next";
import { AnswerSection } from "@/components/audit/answer-section";
import { CategoryRates } from "@/components/audit/category-rates";
import { ClockSection } from "@/components/audit/clock-section";
import { CompletenessChart } from "@/components/audit/completeness-chart";
import { EscalatedSection } from "@/components/audit/escalated-section";
import { ExclusionSection } from "@/components/audit/exclusion-section";
import { GapTable } from "@/components/audit/gap-table";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { readAnswers } from "@/lib/audit/answers/queries";
import { ANSWER_WEEKS, answersFrom } from "@/lib/audit/answers/weeks";
import { AUDIT_SIZE } from "@/lib/audit/draw/window";
import { completenessOverview, reportFrom } from "@/lib/audit/overview";
import { readTwoClocks } from "@/lib/audit/two-clocks/queries";
import { drawAddress, trendsAddress } from "@/lib/platform/address";
import { formatCount, formatNumber, formatPercent } from "@/lib/platform/format-number";
import { escalatedLeads } from "@/lib/sla/escalation/on-list/queries";
import { COMPLETENESS_TARGET } from "@/lib/standard/standard";
import { exclusionReport } from "@/lib/trail/counts/queries";
import { FallbackNotice } from "../fallback-notice";
import { Audits } from "./audits";
import { TeamWriting } from "./writing";

const DRAW = { href: drawAddress(), variant: "primary", kbd: "D" } as const;

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage() {
  const viewer = await requireViewer("/audit", "see the audit");
  const now = new Date();
  const [overview, excluded, clocks, answers, escalated] = await Promise.all([
    completenessOverview(viewer, now),
    exclusionReport(viewer, now),
    readTwoClocks(viewer, reportFrom(now), now),
    readAnswers(viewer, answersFrom(now), now),
    escalatedLeads(viewer, now),
  ]);
  const { weeks, handoffs, reports, gaps, held, holding } = overview;
  const { locale } = viewer;
  const rows = (list: typeof gaps) =>
    list.map((gap) => ({
      ...gap,
      count: formatNumber(gap.count, locale),
      share: formatPercent(gap.share, locale),
    }));
  const count = `${formatCount(handoffs, "handoff", "handoffs", locale)}, last ${weeks.length} weeks`;
  if (handoffs === 0 && held === 0) {
    return (
      <>
        <PageHeader title="Completeness" />
        <EmptyState title="Nothing has been handed off yet.">
          As soon as a lead passes the gate, its completeness is counted here.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Completeness"
        count={count}
        actions={
          <>
            <ButtonLink href={trendsAddress()}>Trends</ButtonLink>
            {may(viewer, "run audits") && <ButtonLink {...DRAW}>Draw {AUDIT_SIZE}</ButtonLink>}
          </>
        }
      />
      <FallbackNotice viewer={viewer} />
      <EscalatedSection leads={escalated} locale={locale} />
      <CategoryRates reports={reports} locale={locale} />
      <CompletenessChart
        reports={reports}
        weeks={weeks}
        target={COMPLETENESS_TARGET}
        locale={locale}
        now={now}
      />
      <Audits viewer={viewer} now={now} />
      <ClockSection clocks={clocks} reader={viewer} now={now} />
      <AnswerSection answers={answers} weeks={ANSWER_WEEKS} locale={locale} />
      <TeamWriting viewer={viewer} now={now} />
      <div className="mt-7 grid gap-x-10 gap-y-7 2xl:grid-cols-2">
        <Section title="Missing in handoffs" aside={`last ${weeks.length} weeks`}>
          <GapTable
            label="Missing in handoffs"
            rows={rows(gaps)}
            calm="Every handoff had every required field."
          />
        </Section>
        <Section
          title="Held at the gate now"
          aside={formatCount(
            held,
            "lead in Pending Enrichment",
            "leads in Pending Enrichment",
            locale,
          )}
        >
          <GapTable label="Held at the gate now" rows={rows(holding)} calm="No lead is held." />
        </Section>
        <ExclusionSection lines={excluded} locale={locale} />
      </div>
    </>
  );
}
