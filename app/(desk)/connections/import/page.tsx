import type { Metadata } from "next";
import { DropFile } from "@/components/connections/imports/drop-file";
import { FileAdvice } from "@/components/connections/imports/file-advice";
import { PlannedFile } from "@/components/connections/imports/planned-file";
import { Breadcrumbs } from "@/components/shell/breadcrumbs";
import { PageHeader } from "@/components/shell/page-header";
import { WarnBar } from "@/components/ui/warn-bar";
import { requireViewer } from "@/lib/access/current-viewer";
import { previewUpload } from "@/lib/intake/imports/preview";
import { UPLOAD_LIMIT } from "@/lib/intake/imports/uploads";
import { connectionsAddress, importAddress } from "@/lib/platform/address";

export const metadata: Metadata = { title: "Import a file" };

type ImportPageProps = { searchParams: Promise<{ file?: string; as?: string }> };

export default async function ImportPage({ searchParams }: ImportPageProps) {
  const { file, as } = await searchParams;
  const viewer = await requireViewer(importAddress({ file, as }), "import files");
  const preview = file ? await previewUpload(viewer, file, as) : null;
  const crumbs = [{ label: "Connections", href: connectionsAddress() }, { label: "Import a file" }];
  if (preview) {
    return (
      <>
        <Breadcrumbs crumbs={crumbs} />
        <PlannedFile preview={preview} locale={viewer.locale} />
      </>
    );
  }
  return (
    <>
      <Breadcrumbs crumbs={crumbs} />
      <PageHeader title="Import a file" />
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]">
        <div className="flex flex-col gap-3">
          {file && <WarnBar lead="That file is no longer here">Choose it again.</WarnBar>}
          <DropFile limit={UPLOAD_LIMIT} />
        </div>
        <FileAdvice megabytes={UPLOAD_LIMIT / 1024 / 1024} />
      </div>
    </>
  );
}
