import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CrmMapEditor } from "@/components/connections/crm/crm-map-editor";
import { CrmMapList } from "@/components/connections/crm/crm-map-list";
import { Breadcrumbs } from "@/components/shell/breadcrumbs";
import { PageHeader } from "@/components/shell/page-header";
import { WarnBar } from "@/components/ui/warn-bar";
import { requireViewer } from "@/lib/access/current-viewer";
import { crmMap, type MapView } from "@/lib/connections/crm/map/queries";
import { SOURCES, sourceOf } from "@/lib/connections/crm/map/sources";
import { connectionAddress, connectionsAddress, crmMapAddress } from "@/lib/platform/address";

export const metadata: Metadata = { title: "Field map" };

const offered = SOURCES.map(({ read: _, ...source }) => source);

const listed = ({ entries, faults }: MapView) =>
  entries.map(({ from, to }) => ({
    label: sourceOf(from)?.label ?? from,
    to,
    fault: faults.find((fault) => fault.to === to)?.words ?? null,
  }));

export default async function CrmMapPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await requireViewer(crmMapAddress(id), "see connections");
  const map = await crmMap(viewer, id);
  if (!map) notFound();
  const { name, systemLabel, connectionId, entries, faults, fields } = map;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: "Connections", href: connectionsAddress() },
          { label: name, href: connectionAddress(connectionId) },
          { label: "Field map" },
        ]}
      />
      <PageHeader title={`Field map of ${name}`} />
      <p className="my-3 max-w-[90ch] text-small text-soft">
        Every handoff becomes a record there with these fields, and a note with all five categories.
        What Baton does not know is left as it is there.
        {fields === null && " An admin sets which value goes where."}
      </p>
      {typeof fields === "string" && (
        <div className="mb-4">
          <WarnBar lead={`${name} could not be asked about its fields`}>
            {fields} The map can be changed once it answers.
          </WarnBar>
        </div>
      )}
      {Array.isArray(fields) ? (
        <CrmMapEditor
          connectionId={connectionId}
          systemLabel={systemLabel}
          sources={offered}
          fields={fields}
          entries={entries}
          faults={faults}
        />
      ) : (
        <CrmMapList rows={listed(map)} />
      )}
    </>
  );
}
