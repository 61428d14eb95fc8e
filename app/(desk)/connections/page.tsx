import type { Metadata } from "next";
import { headers } from "next/headers";
import { importLine } from "@/components/connections/import-line";
import { ImportTable } from "@/components/connections/import-table";
import { KeySection } from "@/components/connections/key-section";
import { SendHere } from "@/components/connections/send-here";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { keys } from "@/lib/access/queries";
import { importRuns } from "@/lib/intake/imports/queries";
import { connectionsAddress, importAddress } from "@/lib/platform/address";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Connections" };

/** Imports that the page lists. */
const LISTED = 20;

export default async function ConnectionsPage() {
  const now = new Date();
  const viewer = await requireViewer(connectionsAddress(), "import files");
  const mayManageKeys = may(viewer, "manage keys");
  const [runs, known, asked] = await Promise.all([
    importRuns(viewer, LISTED),
    mayManageKeys ? keys(viewer) : [],
    headers(),
  ]);
  const base = env().BATON_URL?.replace(/\/$/, "") ?? `http://${asked.get("host")}`;
  return (
    <>
      <PageHeader
        title="Connections"
        actions={
          <ButtonLink href={importAddress()} variant="primary">
            Import a file
          </ButtonLink>
        }
      />
      <div className="mt-4 grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]">
        <Section title="Imports" className="min-w-0">
          <ImportTable lines={runs.map((run) => importLine(run, viewer, now))} />
        </Section>
        <div className="flex min-w-0 flex-col gap-10">
          {mayManageKeys && <KeySection keys={known} reader={viewer} now={now} />}
          <SendHere base={base} />
          {!mayManageKeys && (
            <p className="text-small text-faint">An admin makes the keys that open these.</p>
          )}
        </div>
      </div>
    </>
  );
}
