import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AtWork } from "@/components/ops/at-work";
import { LeadActions } from "@/components/ops/lead-actions";
import { LeadHeading } from "@/components/ops/lead-heading";
import { SaveAndNext } from "@/components/ops/save-and-next";
import { Standing } from "@/components/ops/standing";
import { SummaryDesk } from "@/components/ops/summary/summary-desk";
import { UnsavedDesk } from "@/components/ops/unsaved-desk";
import { Workbench } from "@/components/ops/workbench";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { placeWords } from "@/components/shell/place-words";
import { PositionBar } from "@/components/shell/position-bar";
import { requireViewer } from "@/lib/access/current-viewer";
import { boardQuery, parseBoardFilter } from "@/lib/documentation/board/filter";
import { BOARD_KINDS } from "@/lib/documentation/board/kinds";
import { boardPlace } from "@/lib/documentation/board/queries";
import { isBeingTried } from "@/lib/documentation/board/why";
import { leadDossier } from "@/lib/documentation/dossier/queries";
import { ownUnsaved } from "@/lib/documentation/unsaved/queries";
import { handoffOfLead } from "@/lib/handoff/queries";
import { sinceHandoff } from "@/lib/handoff/since/since";
import { opsAddress, opsLeadAddress } from "@/lib/platform/address";
import { isId } from "@/lib/platform/is-id";
import type { SearchParams } from "@/lib/platform/search-params";
import { readPreviewEvidence } from "./parts";

type OpsLeadPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
};

/** Read once per request, for the page and for its title. */
const dossierOf = cache(async (id: string, address: string) => {
  const now = new Date();
  const viewer = await requireViewer(address, "document leads");
  const dossier = isId(id) ? await leadDossier(viewer, id, now) : null;
  return { viewer, dossier, now };
});

const addressOf = async ({ params, searchParams }: OpsLeadPageProps) => {
  const { id } = await params;
  const filter = parseBoardFilter(await searchParams);
  return { id, filter, address: opsLeadAddress(id, boardQuery(filter)) };
};

export async function generateMetadata(props: OpsLeadPageProps): Promise<Metadata> {
  const { id, address } = await addressOf(props);
  const { dossier } = await dossierOf(id, address);
  return { title: dossier?.name ?? dossier?.email ?? "Lead" };
}

export default async function OpsLeadPage(props: OpsLeadPageProps) {
  const { id, filter, address } = await addressOf(props);
  const { viewer, dossier, now } = await dossierOf(id, address);
  if (!dossier) notFound();
  const query = boardQuery(filter);
  const [place, unsaved, given] = await Promise.all([
    boardPlace(viewer, filter, id, now),
    ownUnsaved(viewer, id),
    dossier.handoff ? handoffOfLead(viewer, id) : null,
  ]);
  const since = given ? sinceHandoff(given, viewer, now) : [];
  const hrefOf = (other: string | null) => (other ? opsLeadAddress(other, query) : undefined);
  const listHref = opsAddress({ ...query, from: id });
  const [latest] = dossier.versions;
  const current = latest ?? { version: 0, text: dossier.draft ?? "", author: null };
  return (
    <UnsavedDesk
      key={id}
      leadId={id}
      personId={viewer.id}
      version={current.version}
      readAt={now.getTime()}
      kept={unsaved}
    >
      <SummaryDesk
        leadId={id}
        current={{ version: current.version, text: current.text, author: current.author }}
      >
        <PositionBar
          back={{ href: listHref, label: BOARD_KINDS[filter.show] }}
          {...(place.at === null
            ? {}
            : { position: placeWords({ at: place.at, of: place.of }, viewer.locale) })}
          {...(place.previousId ? { previousHref: hrefOf(place.previousId) ?? "" } : {})}
          {...(place.nextId ? { nextHref: hrefOf(place.nextId) ?? "" } : {})}
        >
          <LeadActions dossier={dossier} />
          <SaveAndNext
            nextHref={hrefOf(place.nextId) ?? listHref}
            approves={filter.show === "summary"}
          />
        </PositionBar>
        <AtWork leadId={id} />
        <LeadHeading dossier={dossier} />
        {dossier.status === "pending_enrichment" && (
          <KeepFresh servedAt={now.getTime()} seconds={isBeingTried(dossier.enrichment) ? 5 : 30} />
        )}
        <Standing dossier={dossier} now={now} reader={viewer} />
        <Workbench {...{ dossier, now, since }} reader={viewer} evidence={readPreviewEvidence} />
      </SummaryDesk>
    </UnsavedDesk>
  );
}
