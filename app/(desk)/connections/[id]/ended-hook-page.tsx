import { Breadcrumbs } from "@/components/shell/breadcrumbs";
import { PageHeader } from "@/components/shell/page-header";
import { ReaderTime } from "@/components/shell/reader-time";
import { WarnBar } from "@/components/ui/warn-bar";
import type { Viewer } from "@/lib/access/viewer";
import { type EndedHook, whyEnded } from "@/lib/connections/rest-hooks/ended-hook";
import { connectionsAddress } from "@/lib/platform/address";
import type { SearchParams } from "@/lib/platform/search-params";
import { OutgoingRows } from "./outgoing-rows";

type EndedHookPageProps = {
  hook: EndedHook;
  given: SearchParams;
  viewer: Viewer;
  now: Date;
};

/** A hook that is no more: when it ended and why, and what it was told. Nothing of it can be changed. */
export function EndedHookPage({ hook, given, viewer, now }: EndedHookPageProps) {
  const { id, name, targetUrl, events, endedAt } = hook;
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: "Connections", href: connectionsAddress() }, { label: name }]}
      />
      <PageHeader title={name} />
      <p className="mt-1 mb-4 text-small text-soft wrap-anywhere">
        {events.join(", ")} to {targetUrl}
      </p>
      <WarnBar lead="Ended" tone="warn">
        <ReaderTime at={endedAt} now={now} reader={viewer} as="moment" />. {whyEnded(hook)} Nothing
        more goes there; subscribe again by the API to be told.
      </WarnBar>
      <OutgoingRows connectionId={id} standing="ended" given={given} viewer={viewer} now={now} />
    </>
  );
}
