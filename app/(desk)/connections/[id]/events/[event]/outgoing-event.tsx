import { notFound } from "next/navigation";
import { OUTGOING_STATES, outgoingWords } from "@/components/connections/events/outgoing-line";
import { Payload } from "@/components/connections/events/payload";
import { ReplayEvent } from "@/components/connections/events/replay-event";
import { Breadcrumbs } from "@/components/shell/breadcrumbs";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { PageHeader } from "@/components/shell/page-header";
import { ReaderTime } from "@/components/shell/reader-time";
import { FieldRow, Fields } from "@/components/ui/fields";
import { may } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { outgoingOne } from "@/lib/connections/outbox/listing/queries";
import type { WritingConnection } from "@/lib/connections/outbox/listing/view";
import { OUTGOING_WORDS } from "@/lib/connections/outbox/outgoing";
import type { EndedHook } from "@/lib/connections/rest-hooks/ended-hook";
import { connectionAddress, connectionsAddress, leadAddress } from "@/lib/platform/address";
import { formatNumber } from "@/lib/platform/format-number";

type OutgoingEventProps = {
  /** By what it goes out, or went out before that ended. */
  by: WritingConnection | EndedHook;
  eventId: string;
  viewer: Viewer;
  now: Date;
};

/** One thing that goes out to a CRM or a hook, with what it says. */
export async function OutgoingEvent({ by, eventId, viewer, now }: OutgoingEventProps) {
  const { id, name } = by;
  const ended = "endedAt" in by;
  const isHook = ended || by.hook !== null;
  const event = await outgoingOne(viewer, id, eventId, now);
  if (!event) notFound();
  const { kind, at, state, triedAt, tries, leadId, payload } = event;
  const crumbs = [
    { label: "Connections", href: connectionsAddress() },
    { label: name, href: connectionAddress(id) },
    { label: "Event" },
  ];
  const wasTried = state === "sent" || state === "failed" || (state === "waiting" && tries > 0);
  const again = wasTried && !ended && may(viewer, "replay events");
  return (
    <>
      <Breadcrumbs crumbs={crumbs} />
      <PageHeader
        title={OUTGOING_WORDS[kind]}
        count={<ReaderTime at={at} now={now} reader={viewer} as="exact" />}
        actions={again && <ReplayEvent way="out" connectionId={id} eventId={eventId} />}
      />
      <div className="mt-3 mb-8">
        <Fields>
          <FieldRow name="Lead">
            <a href={leadAddress(leadId)} className="underline underline-offset-3">
              {event.name}
            </a>
          </FieldRow>
          <FieldRow name="State">{OUTGOING_STATES[state]}</FieldRow>
          <FieldRow name="Result">
            {outgoingWords(event, !ended && by.paused, viewer, now)}
          </FieldRow>
          {triedAt && (
            <FieldRow name="Last tried">
              <ReaderTime at={triedAt} now={now} reader={viewer} as="exact" />
            </FieldRow>
          )}
          {isHook && <FieldRow name="webhook-id">{event.id}</FieldRow>}
          <FieldRow name="Tries">{formatNumber(tries, viewer.locale)}</FieldRow>
        </Fields>
      </div>
      {payload && (
        <Payload
          text={payload}
          kept={`It is made from the handoff${isHook ? "" : " and the field map"} whenever it is sent, so this is what ${ended ? "went or would have gone out" : "would go out now"}.`}
        />
      )}
      {state === "waiting" && <KeepFresh servedAt={now.getTime()} />}
    </>
  );
}
