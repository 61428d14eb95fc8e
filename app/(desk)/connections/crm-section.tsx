import { crmLine } from "@/components/connections/crm/crm-line";
import { CrmTable } from "@/components/connections/crm/crm-table";
import { StuckRecords } from "@/components/connections/stuck-records";
import { Section } from "@/components/ui/section";
import { may } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { CRM_IDS } from "@/lib/connections/crm/crm";
import { crmDays, stuckOutgoing } from "@/lib/connections/outbox/standing/queries";
import type { ConnectionView } from "@/lib/connections/view";

/** What did not arrive, as much as is listed. */
const LISTED = 20;

type CrmSectionProps = { crms: readonly ConnectionView[]; viewer: Viewer; now: Date };

/** The CRMs that reps work in, and what has not reached them. */
export async function CrmSection({ crms, viewer, now }: CrmSectionProps) {
  const [days, stuck] = await Promise.all([
    crmDays(viewer, now),
    stuckOutgoing(viewer, CRM_IDS, LISTED),
  ]);
  const mayConnect = may(viewer, "connect systems");
  return (
    <Section title="CRM" className="mt-5 min-w-0">
      <CrmTable
        lines={crms.map((view) => crmLine(view, days.get(view.id), mayConnect, viewer, now))}
      />
      <StuckRecords
        title="Records that did not arrive"
        records={stuck}
        mayRetry={may(viewer, "document leads")}
        now={now}
        reader={viewer}
      />
    </Section>
  );
}
