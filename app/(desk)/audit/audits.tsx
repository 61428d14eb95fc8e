import { AuditTable } from "@/components/audit/sample/audit-table";
import { headLine } from "@/components/audit/sample/head-line";
import { Section } from "@/components/ui/section";
import type { Viewer } from "@/lib/access/viewer";
import { auditHeads } from "@/lib/audit/sample/queries";
import { fakesAddress, findingsAddress } from "@/lib/platform/address";

/** The audits there are, and where what they found is. */
export async function Audits({ viewer, now }: { viewer: Viewer; now: Date }) {
  const heads = await auditHeads(viewer);
  return (
    <Section
      title="Audits"
      className="mt-7"
      aside={
        <>
          <a href={findingsAddress()} className="underline underline-offset-3">
            Findings
          </a>
          {", "}
          <a href={fakesAddress()} className="underline underline-offset-3">
            fake completeness
          </a>
        </>
      }
    >
      <AuditTable rows={heads.map((head) => headLine(head, viewer, now))} />
    </Section>
  );
}
