import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { HandoffPage } from "@/components/handoff/handoff-page";
import { handoffWords } from "@/components/handoff/words/handoff";
import { LeadLive } from "@/components/queue/live/lead-live";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { handoffOfLead } from "@/lib/handoff/queries";
import { leadAddress } from "@/lib/platform/address";
import type { SearchParams } from "@/lib/platform/search-params";
import { cursorText } from "@/lib/queue/live/cursor";
import { queuePlaceOf } from "@/lib/queue/place/queries";
import { parseView, viewQuery } from "@/lib/queue/view";
import { readCrmText, readEvidence, readSources } from "./parts";
import "./print.css";

const PARTS = { evidence: readEvidence, sources: readSources, crmText: readCrmText };

type LeadPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

// The title and the page read the same handoff: once a request.
const opened = cache(async (id: string, query: string) => {
  const now = new Date();
  const search = parseView(JSON.parse(query) as SearchParams, now);
  const viewer = await requireViewer(leadAddress(id, viewQuery(search)));
  const lists = may(viewer, "work the queue");
  const place = lists ? queuePlaceOf(viewer, search, id, now) : undefined;
  return { viewer, now, search, view: await handoffOfLead(viewer, id, place) };
});

async function openedBy({ params, searchParams }: LeadPageProps) {
  const [{ id }, search] = await Promise.all([params, searchParams]);
  return opened(id, JSON.stringify(search));
}

export async function generateMetadata(props: LeadPageProps): Promise<Metadata> {
  const { view } = await openedBy(props);
  return { title: String(view?.snapshot.fields["C1.1"]?.value ?? "Not found") };
}

export default async function LeadPage(props: LeadPageProps) {
  const { viewer, now, search, view } = await openedBy(props);
  if (!view) notFound();
  // From here on the list is the one of this moment, so that next and previous hold still.
  const list = { ...search, asOf: search.asOf ?? now };
  const words = handoffWords(view, list, { reader: viewer, now });
  return (
    <>
      {view.own && may(viewer, "work the queue") ? (
        <LeadLive
          personId={viewer.id}
          leadId={view.leadId}
          isTheirs={!view.givenOn}
          servedAt={now.getTime()}
          since={cursorText(viewer.readAt)}
        />
      ) : (
        <KeepFresh servedAt={now.getTime()} seconds={30} />
      )}
      <HandoffPage text={JSON.stringify(words)} parts={PARTS} />
    </>
  );
}
