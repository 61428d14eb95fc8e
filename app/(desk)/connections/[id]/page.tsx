import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConnectionActions } from "@/components/connections/connection-actions";
import { connectionLine } from "@/components/connections/connection-line";
import { EventFilters } from "@/components/connections/events/event-filters";
import { EVENT_STATES, eventLine } from "@/components/connections/events/event-line";
import { EventTable } from "@/components/connections/events/event-table";
import { ReplayTime } from "@/components/connections/events/replay-time";
import { ReadingSection } from "@/components/connections/reading/reading-section";
import { RefusalDays } from "@/components/connections/refusal-days";
import { Breadcrumbs } from "@/components/shell/breadcrumbs";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { PageHeader } from "@/components/shell/page-header";
import { PageLinks } from "@/components/table/page-links";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { cursorOf, cursorParameter } from "@/lib/api/cursor";
import { eventPage, sendingConnection } from "@/lib/connections/events/queries";
import { eventFilter, eventQuery, eventView } from "@/lib/connections/events/view";
import { lastHour } from "@/lib/connections/events/wall-instant";
import { writingConnection } from "@/lib/connections/outbox/listing/queries";
import { connections } from "@/lib/connections/queries";
import { refusalsByDay } from "@/lib/connections/refusals/queries";
import { endedHook } from "@/lib/connections/rest-hooks/queries";
import { WEBHOOK_STATES } from "@/lib/connections/senders/state";
import { readings } from "@/lib/connections/sources/queries";
import { refusedRecords } from "@/lib/connections/sources/refused/queries";
import { connectionAddress, connectionsAddress } from "@/lib/platform/address";
import type { SearchParams } from "@/lib/platform/search-params";
import { EndedHookPage } from "./ended-hook-page";
import { OutgoingList } from "./outgoing-list";

export const metadata: Metadata = { title: "Connection" };

const ON_A_PAGE = 50;

type EventsPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function EventsPage({ params, searchParams }: EventsPageProps) {
  const now = new Date();
  const { id } = await params;
  const viewer = await requireViewer(connectionAddress(id), "see connections");
  const sender = await sendingConnection(viewer, id);
  const given = await searchParams;
  if (!sender) {
    const crm = await writingConnection(viewer, id);
    if (crm) return <OutgoingList crm={crm} given={given} viewer={viewer} now={now} />;
    const hook = await endedHook(viewer, id);
    if (!hook) notFound();
    return <EndedHookPage hook={hook} given={given} viewer={viewer} now={now} />;
  }
  const view = eventView(WEBHOOK_STATES, given);
  const after = cursorParameter.safeParse(given.after).data;
  const [{ rows, more }, refusals, read, refused, connected] = await Promise.all([
    eventPage(viewer, id, eventFilter(view, now), { limit: ON_A_PAGE, after }),
    refusalsByDay(viewer, id),
    readings(viewer, [id]),
    refusedRecords(viewer, id),
    connections(viewer, now),
  ]);
  const last = more ? rows.at(-1) : undefined;
  const next = last && cursorOf({ at: last.receivedAt.toISOString(), id: last.id });
  const lines = rows.map((row) => eventLine(row, sender.paused, viewer, now));
  const to = (query: object) => connectionAddress(id, { ...eventQuery(view), ...query });
  const { timeZone } = viewer;
  const shown = connected.find((one) => one.id === id);
  const handle = shown && connectionLine(shown, may(viewer, "connect systems"), viewer, now).handle;
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: "Connections", href: connectionsAddress() }, { label: sender.name }]}
      />
      <PageHeader
        title={sender.name}
        count={[sender.name !== sender.systemLabel && sender.systemLabel, sender.paused && "paused"]
          .filter(Boolean)
          .join(", ")}
        actions={
          <>
            {sender.calls && may(viewer, "replay events") && (
              <ReplayTime way="in" connectionId={id} {...lastHour(now, timeZone)} />
            )}
            {handle && <ConnectionActions handle={handle} />}
          </>
        }
      />
      <ReadingSection
        {...{ connectionId: id, refused, reader: viewer, now }}
        readings={read.get(id) ?? []}
        paused={sender.paused}
        mayRetry={may(viewer, "document leads")}
      />
      {sender.calls && (
        <>
          <EventFilters connectionId={id} view={view} states={EVENT_STATES} />
          <EventTable
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
          <RefusalDays days={refusals} reader={viewer} now={now} />
        </>
      )}
      <KeepFresh servedAt={now.getTime()} />
    </>
  );
}
