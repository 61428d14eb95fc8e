import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Desk } from "@/components/handoff/desk";
import { HandoffBar } from "@/components/handoff/handoff-bar";
import { HandoffSheet } from "@/components/handoff/handoff-sheet";
import { SawCorrections } from "@/components/handoff/saw-corrections";
import { LeadLive } from "@/components/queue/live/lead-live";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { unseenCorrection } from "@/lib/handoff/correction/queries";
import { handoffOfLead, sinceHandoff } from "@/lib/handoff/queries";
import { leadAddress } from "@/lib/platform/address";
import { cursorText } from "@/lib/queue/live/cursor";
import { liveCursor } from "@/lib/queue/live/queries";
import { queuePlace } from "@/lib/queue/queries";
import { parseView, type QueueView, viewQuery } from "@/lib/queue/view";
import { ownCalendar } from "@/lib/sla/queries";
import { readCrmText, readEvidence, readSources } from "./parts";
import "./print.css";

// The title and the page read the same handoff: once a request. What changes while it is read is
// heard of afterwards.
const opened = cache(async (viewer: Viewer, id: string) => {
  const hears = may(viewer, "work the queue");
  const [cursor] = await Promise.all([
    hears ? liveCursor(viewer) : null,
    hears ? ownCalendar(viewer) : null,
  ]);
  return { since: cursor && cursorText(cursor), view: await handoffOfLead(viewer, id) };
});

type LeadPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: LeadPageProps): Promise<Metadata> {
  const { id } = await params;
  const { view } = await opened(await requireViewer(leadAddress(id)), id);
  return { title: String(view?.snapshot.fields["C1.1"]?.value ?? "Not found") };
}

const placeOf = (viewer: Viewer, view: QueueView, id: string, now: Date) =>
  may(viewer, "work the queue") ? queuePlace(viewer, view, id, now) : null;

export default async function LeadPage({ params, searchParams }: LeadPageProps) {
  const { id } = await params;
  const now = new Date();
  const search = parseView(await searchParams, now);
  const viewer = await requireViewer(leadAddress(id, viewQuery(search)));
  const { since: hearsFrom, view } = await opened(viewer, id);
  if (!view) notFound();
  // From here on the list is the one of this moment, so that next and previous hold still.
  const list = { ...search, asOf: search.asOf ?? now };
  const [since, place, unseen] = await Promise.all([
    sinceHandoff(viewer, view, now),
    placeOf(viewer, search, view.leadId, now),
    view.own && view.corrected ? unseenCorrection(viewer, view.id) : null,
  ]);
  const reading = { reader: viewer, now };
  const name = String(view.snapshot.fields["C1.1"]?.value ?? "This lead");
  const page = (
    <div data-sheet="">
      <HandoffBar view={view} reading={reading} list={list} place={place} role={viewer.role} />
      <HandoffSheet
        view={view}
        since={since}
        reading={reading}
        parts={{ evidence: readEvidence, sources: readSources, crmText: readCrmText }}
      />
    </div>
  );
  return (
    <>
      {unseen && <SawCorrections handoffId={view.id} latest={unseen} />}
      {view.own && hearsFrom ? (
        <LeadLive
          leadId={view.leadId}
          isTheirs={!view.givenOn}
          servedAt={now.getTime()}
          since={hearsFrom}
        />
      ) : (
        <KeepFresh servedAt={now.getTime()} seconds={30} />
      )}
      {view.own ? (
        <Desk key={view.id} handoffId={view.id} leadName={name} reported={view.reported}>
          {page}
        </Desk>
      ) : (
        page
      )}
    </>
  );
}
