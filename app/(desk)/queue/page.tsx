import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { queueLine } from "@/components/queue/queue-line";
import { QueuePage, type QueueWords } from "@/components/queue/queue-page";
import { requireViewer } from "@/lib/access/current-viewer";
import { queueAddress } from "@/lib/platform/address";
import type { SearchParams } from "@/lib/platform/search-params";
import { cursorText } from "@/lib/queue/live/cursor";
import { queueTop } from "@/lib/queue/queries";
import { parseView, viewQuery } from "@/lib/queue/view";
import { CATEGORIES } from "@/lib/standard/categories";

export const metadata: Metadata = { title: "Queue" };

type PageProps = { searchParams: Promise<SearchParams> };

/** What an address says about its list; where it says nothing, the rep's own opening view counts. */
const SAYS_SOMETHING = ["list", "only", "sort", "columns", "cursor"];
const LABELS = CATEGORIES.map(({ label }) => label);

export default async function Page({ searchParams }: PageProps) {
  const search = await searchParams;
  const now = new Date();
  const view = parseView(search, now);
  const viewer = await requireViewer(queueAddress(viewQuery(view)), "work the queue");
  const { rows, counts, saved } = await queueTop(viewer, view, now);
  const opening = saved.find(({ opens }) => opens);
  if (opening && !SAYS_SOMETHING.some((name) => name in search)) {
    redirect(queueAddress(Object.fromEntries(new URLSearchParams(opening.query))));
  }
  const words: QueueWords = {
    personId: viewer.id,
    view: { ...view, asOf: null },
    lines: rows.map((row) => queueLine(row, viewer, now)),
    counts,
    saved,
    query: viewQuery({ ...view, asOf: view.asOf ?? now }),
    servedAt: now.getTime(),
    since: cursorText(viewer.readAt),
    categories: LABELS,
    locale: viewer.locale,
    currentId: typeof search.from === "string" ? search.from : undefined,
  };
  return <QueuePage text={JSON.stringify(words)} />;
}
