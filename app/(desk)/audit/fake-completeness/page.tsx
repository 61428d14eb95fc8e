import type { Metadata } from "next";
import { CaseList } from "@/components/audit/fakes/case-list";
import { FakeTable } from "@/components/audit/fakes/fake-table";
import { Breadcrumbs } from "@/components/shell/breadcrumbs";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { requireViewer } from "@/lib/access/current-viewer";
import { fakeCases, fakeRates } from "@/lib/audit/fakes/fakes";
import { checkedCategories } from "@/lib/audit/fakes/queries";
import { auditsAddress, fakesAddress } from "@/lib/platform/address";
import { formatCount, formatNumber, formatPercentRange } from "@/lib/platform/format-number";
import { SOURCES } from "@/lib/standard/field";

export const metadata: Metadata = { title: "Fake completeness" };

/** Where the machine says complete and a person does not, by field and author (A.2). */
export default async function FakesPage() {
  const viewer = await requireViewer(fakesAddress(), "see the audit");
  const checked = await checkedCategories(viewer);
  const { locale } = viewer;
  const cases = fakeCases(checked);
  const rows = fakeRates(checked).map(({ fieldId, label, author, rate }) => ({
    id: `${fieldId} ${author.source} ${author.name}`,
    label,
    author: author.name,
    source: SOURCES[author.source],
    count: `${formatNumber(rate.complete, locale)} of ${formatNumber(rate.of, locale)}`,
    interval: formatPercentRange(rate.low, rate.high, locale),
  }));
  const of = formatCount(checked.length, "category", "categories", locale);
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: "Audit", href: auditsAddress() }, { label: "Fake completeness" }]}
      />
      <PageHeader
        title="Fake completeness"
        count={
          checked.length > 0 && `${formatNumber(cases.length, locale)} of ${of} called complete`
        }
      />
      <p className="mb-5 max-w-[64ch] text-soft">
        What the machine counts as complete and an auditor does not: a value is there, and it does
        not say what it should. From finished audits, as their first auditors judged.
      </p>
      {checked.length === 0 ? (
        <EmptyState title="No audit is finished yet." />
      ) : (
        <>
          <Section title="By field and author">
            <FakeTable rows={rows} />
          </Section>
          {cases.length > 0 && (
            <Section title="Case by case" className="mt-6">
              <CaseList cases={cases} />
            </Section>
          )}
        </>
      )}
    </>
  );
}
