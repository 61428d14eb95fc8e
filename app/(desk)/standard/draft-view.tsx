import { BeginDraft } from "@/components/standard/begin-draft";
import { DraftBar } from "@/components/standard/draft-bar";
import { DraftConflictNotice } from "@/components/standard/draft-conflict";
import { DraftDesk } from "@/components/standard/draft-desk";
import { DraftDocument } from "@/components/standard/draft-document";
import { TriedLeads } from "@/components/standard/tried-leads";
import { triedLine } from "@/components/standard/tried-line";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { dayOf } from "@/lib/platform/day";
import type { SearchParams } from "@/lib/platform/search-params";
import { countOf, parseTriedList } from "@/lib/written-standard/trial/lists";
import { TRIED_PAGE, triedPage, tryDraft } from "@/lib/written-standard/trial/queries";
import type { Draft, Version } from "@/lib/written-standard/view";
import { DraftAside } from "./draft-aside";

type DraftViewProps = {
  viewer: Viewer;
  draft: Draft | null;
  inForce: Version;
  latest: Version;
  search: SearchParams;
  now: Date;
};

/** The next version while it is written: in place, tried beside, signed below (D.2, D.3). */
export async function DraftView({ viewer, draft, inForce, latest, search, now }: DraftViewProps) {
  if (!draft) {
    return (
      <EmptyState title="No draft is open." action={<BeginDraft />}>
        A draft begins with the words of version {latest.version}. It takes effect only when
        marketing and sales have signed it.
      </EmptyState>
    );
  }
  const tried = { inForce, draft };
  const trial = await tryDraft(viewer, tried, now);
  const list = parseTriedList(search, trial);
  const leads = await triedPage(viewer, tried, list, now);
  const linked = may(viewer, "document leads");
  const { id, revision, savedBy, gates, requirements, graceMinutes, effectiveFrom } = draft;
  const terms = { gates, requirements, graceMinutes };
  const current = { id, revision, savedBy, ...terms, reason: draft.reason ?? "" };
  const effectiveOn = effectiveFrom ? dayOf(effectiveFrom, viewer.timeZone) : "";
  return (
    <DraftDesk current={{ ...current, effectiveOn }} inForce={termsOf(latest)} personId={viewer.id}>
      <div className="mt-3">
        <DraftConflictNotice />
      </div>
      <div className="grid gap-x-14 gap-y-8 xl:grid-cols-[minmax(0,1fr)_320px]">
        <div className="min-w-0">
          <DraftDocument />
          <DraftBar locale={viewer.locale} />
        </div>
        <DraftAside {...{ viewer, draft, latest, inForce, trial, now }} />
      </div>
      <TriedLeads
        list={list}
        trial={trial}
        lines={leads.map((lead) => triedLine(lead, { reader: viewer, now, linked }))}
        total={countOf(list, trial)}
        before={(list.page - 1) * TRIED_PAGE}
        locale={viewer.locale}
      />
    </DraftDesk>
  );
}

const termsOf = ({ version, gates, requirements, graceMinutes }: Version) => ({
  version,
  gates,
  requirements,
  graceMinutes,
});
