import type { Metadata } from "next";
import { outcomeLine, timesLine } from "@/components/outcomes/outcome-line";
import { OutcomeTable } from "@/components/outcomes/outcome-table";
import { ResearchTable, StratumTable, TimesTable } from "@/components/outcomes/plain-tables";
import { PageHeader } from "@/components/shell/page-header";
import { Section } from "@/components/ui/section";
import { requireViewer } from "@/lib/access/current-viewer";
import { REPORT_WEEKS, reportFrom } from "@/lib/audit/overview";
import { stratumCounts } from "@/lib/outcomes/comparison/comparison";
import { followedLeads } from "@/lib/outcomes/comparison/queries";
import { answersTo, outcomesOfLeads } from "@/lib/outcomes/comparison/questions";
import { PUBLISHED, QUOTED_IN } from "@/lib/outcomes/published";
import { researchTold } from "@/lib/outcomes/researched/queries";
import { researchByField } from "@/lib/outcomes/researched/research";
import { outcomesAddress } from "@/lib/platform/address";
import { formatCount, formatNumber } from "@/lib/platform/format-number";

export const metadata: Metadata = { title: "Outcomes" };

/** Whether a warm handoff sells more than a partial one (R.1), and what research costs (R.2). */
export default async function OutcomesPage() {
  const viewer = await requireViewer(outcomesAddress(), "see outcomes");
  const now = new Date();
  const from = reportFrom(now);
  const [leads, told] = await Promise.all([
    followedLeads(viewer, from, now),
    researchTold(viewer, from, now),
  ]);
  const { locale } = viewer;
  const { leads: all, questions, speed, cycle } = outcomesOfLeads(leads, now);
  const strata = stratumCounts(answersTo("reached", leads, now));
  const research = researchByField(told, REPORT_WEEKS);
  const number = (value: number, digits = 0) => formatNumber(value, locale, digits);
  const looked = told.filter(({ lookedUp }) => lookedUp).length;
  return (
    <>
      <PageHeader
        title="Does it pay?"
        count={`${formatCount(all, "lead", "leads", locale)}, last ${REPORT_WEEKS} weeks`}
      />
      <p className="mb-4 max-w-[72ch] text-soft">
        Warm handoffs, complete in all five categories, against partial ones. Good leads are often
        well documented too, so what counts is the difference within leads of one tier and source.
        In brackets are 95% intervals.
      </p>
      <OutcomeTable rows={questions.map((asked) => outcomeLine(asked, locale))} />
      <p className="mt-1 text-small text-faint">
        Opportunities and deals come from a CRM or by file, under Connections.
      </p>
      <Section title="How long it took" className="mt-6">
        <TimesTable
          rows={[
            timesLine("From routing to the first attempt", speed, locale),
            timesLine("From routing to the deal", cycle, locale),
          ]}
        />
      </Section>
      <div className="mt-6 grid gap-x-10 gap-y-6 xl:grid-cols-2">
        <Section
          title="Research before the first call"
          aside={
            told.length > 0 &&
            `${number(looked)} of ${number(told.length)} who answered looked something up`
          }
        >
          <ResearchTable
            rows={research.map(({ times, hours, ...field }) => ({
              ...field,
              times: number(times),
              hours: number(hours, 1),
            }))}
          />
        </Section>
        <Section title="Leads by tier and source">
          <StratumTable
            rows={strata.map(({ stratum, warm, partial }) => ({
              stratum,
              warm: number(warm),
              partial: number(partial),
            }))}
          />
        </Section>
        <Section title="What others have published" aside="not of your leads">
          <ul className="text-small">
            {PUBLISHED.map(({ what, figure, source }) => (
              <li key={what} className="border-b border-line py-1.5">
                {what}: <span className="font-medium">{figure}</span>{" "}
                <span className="text-faint">
                  {source}, as quoted in {QUOTED_IN}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </>
  );
}
