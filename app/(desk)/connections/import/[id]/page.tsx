import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportEnd } from "@/components/connections/imports/import-end";
import { ImportStanding } from "@/components/connections/imports/import-standing";
import { RefusedRows } from "@/components/connections/imports/refused-rows";
import { StoppedImport } from "@/components/connections/imports/stopped-import";
import { Breadcrumbs } from "@/components/shell/breadcrumbs";
import { PageHeader } from "@/components/shell/page-header";
import { ReaderTime } from "@/components/shell/reader-time";
import { requireViewer } from "@/lib/access/current-viewer";
import { onScreen } from "@/lib/intake/imports/field-labels";
import { importRunById, refusedRows } from "@/lib/intake/imports/queries";
import { findUpload } from "@/lib/intake/imports/uploads";
import { importProgress } from "@/lib/intake/imports/view";
import { connectionsAddress, importRunAddress } from "@/lib/platform/address";

export const metadata: Metadata = { title: "Import" };

/** Refused rows that the page shows; the file has them all. */
const SHOWN = 50;

type ImportRunPageProps = { params: Promise<{ id: string }> };

export default async function ImportRunPage({ params }: ImportRunPageProps) {
  const now = new Date();
  const { id } = await params;
  const viewer = await requireViewer(importRunAddress(id), "import files");
  const run = await importRunById(viewer, id);
  if (!run) notFound();
  const progress = importProgress(run, now);
  const stopped = progress.state === "failed" || progress.state === "interrupted";
  const [refused, upload] = await Promise.all([
    refusedRows(viewer, id, 0, SHOWN),
    stopped ? findUpload(run.fileHash) : null,
  ]);
  const crumbs = [{ label: "Connections", href: connectionsAddress() }, { label: run.fileName }];
  return (
    <>
      <Breadcrumbs crumbs={crumbs} />
      <PageHeader
        title={run.fileName}
        count={
          <>
            {`${run.target}, by ${run.startedBy ?? "the command line"}, `}
            <ReaderTime at={run.startedAt} now={now} reader={viewer} as="within" />
          </>
        }
        actions={progress.state === "done" && <ImportEnd run={run} />}
      />
      <div className="mt-3 flex flex-col gap-8">
        {stopped && (
          <StoppedImport id={id} failure={progress.failure} fileIsHere={upload !== null} />
        )}
        <ImportStanding
          id={id}
          fileName={run.fileName}
          progress={progress}
          locale={viewer.locale}
        />
        {refused.length > 0 && (
          <RefusedRows
            rows={refused.map((row) => ({ ...row, reason: onScreen(row.reason) }))}
            total={run.rowsRefused}
            locale={viewer.locale}
          />
        )}
      </div>
    </>
  );
}
