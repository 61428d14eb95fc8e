import type { Metadata } from "next";
import { headers } from "next/headers";
import { AddConnection } from "@/components/connections/add-connection";
import { builtInLine, connectionLine } from "@/components/connections/connection-line";
import { ConnectionTable } from "@/components/connections/connection-table";
import { ConnectionsHeader } from "@/components/connections/connections-header";
import { importLine } from "@/components/connections/import-line";
import { ImportTable } from "@/components/connections/import-table";
import { KeySection } from "@/components/connections/key-section";
import { SendHere } from "@/components/connections/send-here";
import { UnreadList } from "@/components/connections/unread-list";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { keys } from "@/lib/access/queries";
import { builtIns, connections } from "@/lib/connections/queries";
import { SYSTEMS } from "@/lib/enrichment/systems";
import { importRuns } from "@/lib/intake/imports/queries";
import { connectionsAddress, importAddress } from "@/lib/platform/address";
import { env } from "@/lib/platform/env";
import { unreadEvents } from "@/lib/trail/counts/queries";

export const metadata: Metadata = { title: "Connections" };

/** Imports that the page lists. */
const LISTED = 20;
const OFFERED = SYSTEMS.map(({ id, label, settings }) => ({ id, label, asks: settings }));

export default async function ConnectionsPage() {
  const now = new Date();
  const viewer = await requireViewer(connectionsAddress(), "see connections");
  const mayManageKeys = may(viewer, "manage keys");
  const mayConnect = may(viewer, "connect systems");
  const [connected, builtIn, runs, known, unread, asked] = await Promise.all([
    connections(viewer, now),
    builtIns(viewer, now),
    importRuns(viewer, LISTED),
    mayManageKeys ? keys(viewer) : [],
    unreadEvents(viewer, now),
    headers(),
  ]);
  const base = env().BATON_URL?.replace(/\/$/, "") ?? `http://${asked.get("host")}`;
  const lines = [
    ...builtIn.map((view) => builtInLine(view, viewer, now)),
    ...connected.map((view) => connectionLine(view, mayConnect, viewer, now)),
  ];
  return (
    <>
      <ConnectionsHeader
        current="connections"
        actions={
          <>
            {mayConnect && <AddConnection systems={OFFERED} />}
            <ButtonLink href={importAddress()} variant="primary">
              Import a file
            </ButtonLink>
          </>
        }
      />
      <Section title="Enrichment and verification" className="mt-5 min-w-0">
        <ConnectionTable lines={lines} />
      </Section>
      <div className="mt-10 grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]">
        <Section title="Imports" className="min-w-0">
          <ImportTable lines={runs.map((run) => importLine(run, viewer, now))} />
        </Section>
        <div className="flex min-w-0 flex-col gap-10">
          {mayManageKeys && <KeySection keys={known} reader={viewer} now={now} />}
          <SendHere base={base} />
          <UnreadList events={unread} now={now} reader={viewer} />
          {!mayManageKeys && (
            <p className="text-small text-faint">
              An admin connects systems and makes the keys that open these.
            </p>
          )}
        </div>
      </div>
    </>
  );
}
