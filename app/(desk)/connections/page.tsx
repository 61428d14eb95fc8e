import type { Metadata } from "next";
import { headers } from "next/headers";
import { AddConnection } from "@/components/connections/add-connection";
import { channelLine } from "@/components/connections/channel-line";
import { ChannelTable } from "@/components/connections/channel-table";
import { builtInLine, connectionLine } from "@/components/connections/connection-line";
import { ConnectionTable } from "@/components/connections/connection-table";
import { ConnectionsHeader } from "@/components/connections/connections-header";
import { importLine } from "@/components/connections/imports/import-line";
import { ImportTable } from "@/components/connections/imports/import-table";
import { KeySection } from "@/components/connections/keys/key-section";
import { OFFERED } from "@/components/connections/offered-systems";
import { SendHere } from "@/components/connections/send-here";
import { StuckList } from "@/components/connections/stuck-list";
import { UnreadList } from "@/components/connections/unread-list";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { keys } from "@/lib/access/queries";
import { builtIns, connections } from "@/lib/connections/queries";
import { importRuns } from "@/lib/intake/imports/queries";
import { daysOfNotices, stuckDeliveries } from "@/lib/notices/deliveries/queries";
import { connectionsAddress, importAddress } from "@/lib/platform/address";
import { baseUrl } from "@/lib/platform/env";
import { unreadEvents } from "@/lib/trail/counts/queries";
import { CrmSection } from "./crm-section";
import { HookSection } from "./hook-section";
import { SenderSection } from "./sender-section";
import { SyncSection } from "./sync-section";

export const metadata: Metadata = { title: "Connections" };

/** Imports, and notices that did not arrive, that the page lists. */
const LISTED = 20;

export default async function ConnectionsPage() {
  const now = new Date();
  const viewer = await requireViewer(connectionsAddress(), "see connections");
  const mayManageKeys = may(viewer, "manage keys");
  const mayConnect = may(viewer, "connect systems");
  const [connected, builtIn, runs, known, unread, days, stuck, asked] = await Promise.all([
    connections(viewer, now),
    builtIns(viewer, now),
    importRuns(viewer, LISTED),
    mayManageKeys ? keys(viewer) : [],
    unreadEvents(viewer, now),
    daysOfNotices(viewer, now),
    stuckDeliveries(viewer, now, LISTED),
    headers(),
  ]);
  const base = baseUrl(asked.get("host"));
  const lines = [
    ...builtIn.map((view) => builtInLine(view, viewer, now)),
    ...connected
      .filter(({ way }) => way === "asked")
      .map((view) => connectionLine(view, mayConnect, viewer, now)),
  ];
  return (
    <>
      <ConnectionsHeader
        current="connections"
        actions={
          <>
            <ButtonLink href={importAddress()} variant={mayConnect ? "quiet" : "primary"}>
              Import a file
            </ButtonLink>
            {mayConnect && <AddConnection systems={OFFERED} />}
          </>
        }
      />
      <CrmSection
        crms={connected.filter(({ way }) => way === "writes")}
        viewer={viewer}
        now={now}
      />
      <Section title="Enrichment and verification" className="mt-10 min-w-0">
        <ConnectionTable lines={lines} />
      </Section>
      <Section title="Telling people" className="mt-10 min-w-0">
        <ChannelTable
          lines={connected
            .filter(({ way }) => way === "tells")
            .map((view) => channelLine(view, days.get(view.id), mayConnect, viewer, now))}
        />
        <StuckList deliveries={stuck} mayRetry={mayConnect} now={now} reader={viewer} />
      </Section>
      <SenderSection
        senders={connected.filter(({ way }) => way === "sends")}
        mayChange={mayConnect}
        base={base}
        viewer={viewer}
        now={now}
      />
      <HookSection
        hooks={connected.filter(({ way }) => way === "subscribes")}
        viewer={viewer}
        now={now}
      />
      <SyncSection viewer={viewer} now={now} />
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
