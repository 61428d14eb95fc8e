import { ApartList } from "@/components/connections/apart-list";
import { ConnectionActions } from "@/components/connections/connection-actions";
import { connectionLine } from "@/components/connections/connection-line";
import { outgoingStanding } from "@/components/connections/crm/crm-line";
import { ReplayTime } from "@/components/connections/events/replay-time";
import { Breadcrumbs } from "@/components/shell/breadcrumbs";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { WarnBar } from "@/components/ui/warn-bar";
import { may } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { leadsApart } from "@/lib/connections/crm/owners/queries";
import { lastHour } from "@/lib/connections/events/wall-instant";
import type { WritingConnection } from "@/lib/connections/outbox/listing/view";
import { crmDays } from "@/lib/connections/outbox/standing/queries";
import { connections } from "@/lib/connections/queries";
import { connectionsAddress, crmMapAddress } from "@/lib/platform/address";
import type { SearchParams } from "@/lib/platform/search-params";
import { OutgoingRows } from "./outgoing-rows";

type OutgoingListProps = {
  crm: WritingConnection;
  given: SearchParams;
  viewer: Viewer;
  now: Date;
};

/** What goes out to one CRM or hook, event by event. */
export async function OutgoingList({ crm, given, viewer, now }: OutgoingListProps) {
  const { id, name, systemLabel, paused, hook } = crm;
  const [connected, days, apart] = await Promise.all([
    connections(viewer, now),
    crmDays(viewer, now),
    hook ? [] : leadsApart(viewer, id),
  ]);
  const shown = connected.find((one) => one.id === id);
  const line = shown && connectionLine(shown, may(viewer, "connect systems"), viewer, now);
  const standing = shown && line && outgoingStanding(shown, line, days.get(id), viewer, now);
  const { timeZone } = viewer;
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: "Connections", href: connectionsAddress() }, { label: name }]}
      />
      <PageHeader
        title={name}
        count={[name !== systemLabel && systemLabel, paused && "paused"].filter(Boolean).join(", ")}
        actions={
          <>
            {!hook && <ButtonLink href={crmMapAddress(id)}>Field map</ButtonLink>}
            {may(viewer, "replay events") && (
              <ReplayTime
                way={hook ? "told" : "out"}
                connectionId={id}
                {...lastHour(now, timeZone)}
              />
            )}
            {line?.handle && <ConnectionActions handle={line.handle} />}
          </>
        }
      />
      {hook && (
        <p className="mt-1 mb-4 text-small text-soft wrap-anywhere">
          {hook.events.join(", ")} to {hook.targetUrl}
        </p>
      )}
      {standing?.tone === "bad" && (
        <div className="mb-4">
          <WarnBar lead={standing.word}>{standing.detail}</WarnBar>
        </div>
      )}
      <ApartList leads={apart} crm={systemLabel} />
      <OutgoingRows
        connectionId={id}
        standing={paused ? "paused" : "at work"}
        given={given}
        viewer={viewer}
        now={now}
      />
      <KeepFresh servedAt={now.getTime()} />
    </>
  );
}
