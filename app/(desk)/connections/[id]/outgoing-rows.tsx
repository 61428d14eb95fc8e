import { EventFilters } from "@/components/connections/events/event-filters";
import { OUTGOING_STATES, outgoingLine } from "@/components/connections/events/outgoing-line";
import { OutgoingTable } from "@/components/connections/events/outgoing-table";
import { PageLinks } from "@/components/table/page-links";
import type { Viewer } from "@/lib/access/viewer";
import { cursorOf, cursorParameter } from "@/lib/api/cursor";
import { eventFilter, eventQuery, eventView } from "@/lib/connections/events/view";
import { outgoingPage } from "@/lib/connections/outbox/listing/queries";
import { DELIVERY_STATES } from "@/lib/notices/delivery-state";
import { connectionAddress } from "@/lib/platform/address";
import type { SearchParams } from "@/lib/platform/search-params";

const ON_A_PAGE = 50;
/** What waited or was given up when it ended is not sent any more. */
const ONCE_ENDED = { sent: OUTGOING_STATES.sent, dropped: OUTGOING_STATES.dropped };

type OutgoingRowsProps = {
  connectionId: string;
  /** How it stands: what goes out by it rests, or for good. */
  standing: "at work" | "paused" | "ended";
  given: SearchParams;
  viewer: Viewer;
  now: Date;
};

/** What goes out by one connection, a page of it, with the filters and the way to the next page. */
export async function OutgoingRows(props: OutgoingRowsProps) {
  const { connectionId: id, standing, given, viewer, now } = props;
  const view = eventView(DELIVERY_STATES, given);
  const after = cursorParameter.safeParse(given.after).data;
  const page = { limit: ON_A_PAGE, after };
  const { rows, more } = await outgoingPage(viewer, id, eventFilter(view, now), page);
  const last = more ? rows.at(-1) : undefined;
  const next = last && cursorOf({ at: last.at.toISOString(), id: last.id });
  const ended = standing === "ended";
  const lines = rows.map((row) => outgoingLine(row, standing === "paused", viewer, now));
  const to = (query: object) => connectionAddress(id, { ...eventQuery(view), ...query });
  return (
    <>
      <EventFilters connectionId={id} view={view} states={ended ? ONCE_ENDED : OUTGOING_STATES} />
      <OutgoingTable
        connectionId={id}
        lines={lines}
        filtered={view.state !== null || view.span !== "all" || after !== undefined}
        ended={ended}
      />
      {(after || next) && (
        <PageLinks
          text={lines.length > 0 ? `${lines.at(0)?.at} back to ${lines.at(-1)?.at}` : ""}
          previousHref={after && to({})}
          nextHref={next && to({ after: next })}
        />
      )}
    </>
  );
}
