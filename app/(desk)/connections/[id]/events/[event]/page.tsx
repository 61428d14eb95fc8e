import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EVENT_STATES, eventWords, sizeWords } from "@/components/connections/events/event-line";
import { Payload } from "@/components/connections/events/payload";
import { ReplayEvent } from "@/components/connections/events/replay-event";
import { Breadcrumbs } from "@/components/shell/breadcrumbs";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { PageHeader } from "@/components/shell/page-header";
import { ReaderTime } from "@/components/shell/reader-time";
import { FieldRow, Fields } from "@/components/ui/fields";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { eventOf, sendingConnection } from "@/lib/connections/events/queries";
import { writingConnection } from "@/lib/connections/outbox/listing/queries";
import { endedHook } from "@/lib/connections/rest-hooks/queries";
import { connectionAddress, connectionsAddress, eventAddress } from "@/lib/platform/address";
import { OutgoingEvent } from "./outgoing-event";

export const metadata: Metadata = { title: "Event" };

type EventPageProps = { params: Promise<{ id: string; event: string }> };

export default async function EventPage({ params }: EventPageProps) {
  const now = new Date();
  const { id, event: eventId } = await params;
  const viewer = await requireViewer(eventAddress(id, eventId), "see connections");
  const sender = await sendingConnection(viewer, id);
  const crm = sender ? null : await writingConnection(viewer, id);
  const by = crm ?? (sender ? null : await endedHook(viewer, id));
  if (by) return <OutgoingEvent by={by} eventId={eventId} viewer={viewer} now={now} />;
  const event = sender && (await eventOf(viewer, id, eventId));
  if (!sender || !event) notFound();
  const crumbs = [
    { label: "Connections", href: connectionsAddress() },
    { label: sender.name, href: connectionAddress(id) },
    { label: "Event" },
  ];
  const { receivedAt, takenAt, state, key } = event;
  return (
    <>
      <Breadcrumbs crumbs={crumbs} />
      <PageHeader
        title="Event"
        count={<ReaderTime at={receivedAt} now={now} reader={viewer} as="exact" />}
        actions={
          may(viewer, "replay events") && (
            <ReplayEvent way="in" connectionId={id} eventId={eventId} />
          )
        }
      />
      <div className="mt-3 mb-8">
        <Fields>
          <FieldRow name="State">{EVENT_STATES[state]}</FieldRow>
          <FieldRow name="Result">{eventWords(event, sender.paused)}</FieldRow>
          {takenAt && (
            <FieldRow name="Read">
              <ReaderTime at={takenAt} now={now} reader={viewer} as="exact" />
            </FieldRow>
          )}
          <FieldRow name="Its id">{key}</FieldRow>
          <FieldRow name="Size">{sizeWords(event.bytes, viewer.locale)}</FieldRow>
        </Fields>
      </div>
      <Payload text={event.payload} kept="It is kept for thirty days." />
      {state === "waiting" && <KeepFresh servedAt={now.getTime()} />}
    </>
  );
}
