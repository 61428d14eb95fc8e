import type { Metadata } from "next";
import { FindingItem } from "@/components/audit/findings/finding-item";
import { Breadcrumbs } from "@/components/shell/breadcrumbs";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { gapFindings } from "@/lib/audit/findings/queries";
import { auditsAddress, findingsAddress } from "@/lib/platform/address";
import { formatNumber } from "@/lib/platform/format-number";

export const metadata: Metadata = { title: "Findings" };

/** What audits found that somebody is to mend, and whether it was (A.5). */
export default async function FindingsPage() {
  const viewer = await requireViewer(findingsAddress(), "see the audit");
  const findings = await gapFindings(viewer);
  const now = new Date();
  const open = findings.filter(({ closedAt }) => closedAt === null);
  const closed = findings.filter(({ closedAt }) => closedAt !== null);
  const common = { mayRun: may(viewer, "run audits"), reader: viewer, now };
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Audit", href: auditsAddress() }, { label: "Findings" }]} />
      <PageHeader
        title="Findings"
        count={findings.length > 0 && `${formatNumber(open.length, viewer.locale)} open`}
      />
      {findings.length === 0 && (
        <EmptyState title="No audit has led to a finding yet.">
          On the page of an audit, what was missing becomes a finding with an owner and a day.
        </EmptyState>
      )}
      {open.length > 0 && (
        <Section title="Open">
          <ul>
            {open.map((finding) => (
              <FindingItem key={finding.id} finding={finding} {...common} />
            ))}
          </ul>
        </Section>
      )}
      {closed.length > 0 && (
        <Section title="Closed" className="mt-6">
          <ul>
            {closed.map((finding) => (
              <FindingItem key={finding.id} finding={finding} {...common} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
