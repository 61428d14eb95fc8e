import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { BeginDraft } from "@/components/standard/begin-draft";
import { STANDARD_VIEWS, StandardTabs } from "@/components/standard/standard-tabs";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { standardAddress } from "@/lib/platform/address";
import type { SearchParams } from "@/lib/platform/search-params";
import { differences } from "@/lib/standard/versions/difference";
import { openDraft, standardVersions } from "@/lib/written-standard/queries";
import { inForceAt } from "@/lib/written-standard/versions";
import { DraftView } from "./draft-view";
import { InForceView } from "./in-force-view";
import { VersionsView } from "./versions-view";

export const metadata: Metadata = { title: "Standard" };

type StandardPageProps = { searchParams: Promise<SearchParams> };

export default async function StandardPage({ searchParams }: StandardPageProps) {
  const now = new Date();
  const search = await searchParams;
  const asked = STANDARD_VIEWS.find((view) => view === search.show) ?? "in-force";
  const viewer = await requireViewer(standardAddress({ show: asked }), "read the standard");
  const mayWrite = may(viewer, "write the standard");
  const [versions, draft] = await Promise.all([
    standardVersions(viewer),
    mayWrite ? openDraft(viewer) : null,
  ]);
  const inForce = inForceAt(versions, now);
  const latest = versions[0] ?? inForce;
  const show = asked === "draft" && !mayWrite ? "in-force" : asked;
  return (
    <>
      <PageHeader
        title="The written standard"
        count={`Version ${inForce.version} is in force`}
        actions={mayWrite && !draft && show !== "draft" && <BeginDraft />}
      />
      <StandardTabs
        show={show}
        mayWrite={mayWrite}
        changes={draft ? differences(latest, draft).length : undefined}
        versions={versions.length}
      />
      {show === "in-force" && (
        <InForceView versions={versions} inForce={inForce} reader={viewer} now={now} />
      )}
      {show === "draft" && <DraftView {...{ viewer, draft, inForce, latest, search, now }} />}
      {show === "versions" && (
        <VersionsView versions={versions} search={search} reader={viewer} now={now} />
      )}
    </>
  );
}
