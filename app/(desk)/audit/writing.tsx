import { WritingSection } from "@/components/audit/writing-section";
import type { Viewer } from "@/lib/access/viewer";
import { writingSince } from "@/lib/audit/minute/queries";
import { reportFrom } from "@/lib/audit/overview";

/** How summaries were written in the weeks that the page tells of. */
export async function TeamWriting({ viewer, now }: { viewer: Viewer; now: Date }) {
  const writing = await writingSince(viewer, reportFrom(now));
  return <WritingSection writing={writing} locale={viewer.locale} />;
}
