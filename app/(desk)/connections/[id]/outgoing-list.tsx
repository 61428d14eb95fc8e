import { connectionLine } from "@/components/connections/connection-line";
import { outgoingStanding } from "@/components/connections/crm-line";
import { EventFilters } from "@/components/connections/event-filters";
import { OUTGOING_STATES, outgoingLine } from "@/components/connections/outgoing-line";
import { OutgoingTable } from "@/components/connections/outgoing-table";
import { ReplayTime } from "@/components/connections/replay-time";
import { Breadcrumbs } from "@/components/shell/breadcrumbs";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { PageHeader } from "@/components/shell/page-header";
import { PageLinks } from "@/components/table/page-links";
import { WarnBar } from "@/components/ui/warn-bar";
import { may } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { cursorOf, cursorParameter } from "@/lib/api/cursor";
import { eventFilter, eventQuery, eventView } from "@/lib/connections/events/view";
import { wallText } from "@/lib/connections/events/wall-instant";
import { outgoingPage } from "@/lib/connections/outbox/listing/queries";
import type { WritingConnection } from "@/lib/connections/outbox/listing/view";
import { crmDays } from "@/lib/connections/outbox/standing/queries";
import { connections } from "@/lib/connections/queries";
import { DELIVERY_STATES } from "@/lib/notices/delivery-state";
import { connectionAddress, connectionsAddress } from "@/lib/platform/address";

const ON_A_PAGE = 50;
const HOUR = 3_600_000;

type OutgoingListProps = {
  crm: WritingConnection;
  given: Record<string, string | string[] | undefined>;
  viewer: Viewer;
  now: Date;
};

/** What goes out to one CRM or hook, event by event. */
export async function OutgoingList({ crm, given, viewer, now }: OutgoingListProps) {
  const { id, name, systemLabel, paused, hook } = crm;
  const view = eventView(DELIVERY_STATES, given);
  const after = cursorParameter.safeParse(given.after).data;
  const page = { limit: ON_A_PAGE, after };
  const [{ rows, more }, connected, days] = await Promise.all([
    outgoingPage(viewer, id, eventFilter(view, now), page),
    connections(viewer, now),
    crmDays(viewer, now),
  ]);
  const shown = connected.find((one) => one.id === id);
  const standing =
    shown &&
    outgoingStanding(shown, connectionLine(shown, false, viewer, now), days.get(id), viewer, now);
  const last = more ? rows.at(-1) : undefined;
  const next = last && cursorOf({ at: last.at.toISOString(), id: last.id });
  const lines = rows.map((row) => outgoingLine(row, paused, viewer, now));
  const to = (query: object) => connectionAddress(id, { ...eventQuery(view), ...query });
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
          may(viewer, "replay events") && (
            <ReplayTime
              way={hook ? "told" : "out"}
              connectionId={id}
              from={wallText(new Date(now.getTime() - HOUR), timeZone)}
              to={wallText(new Date(now.getTime() + 60_000), timeZone)}
            />
          )
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
      <EventFilters connectionId={id} view={view} states={OUTGOING_STATES} />
      <OutgoingTable
        connectionId={id}
        lines={lines}
        filtered={view.state !== null || view.span !== "all" || after !== undefined}
      />
      {(after || next) && (
        <PageLinks
          text={lines.length > 0 ? `${lines.at(0)?.at} back to ${lines.at(-1)?.at}` : ""}
          previousHref={after && to({})}
          nextHref={next && to({ after: next })}
        />
      )}
      <KeepFresh servedAt={now.getTime()} />
    </>
  );
}
