import type { ReactNode } from "react";
import {
  chainAddress,
  connectionsAddress,
  fieldMapAddress,
  verdictsAddress,
} from "@/lib/platform/address";
import { PageHeader } from "../shell/page-header";
import { TabLinks } from "../ui/tab-links";

/** Each with a label that is short enough for a phone to show all of them. */
const TABS = {
  connections: { title: "Connections", label: "Connections", href: connectionsAddress() },
  chain: { title: "Enrichment chain", label: "Enrichment", href: chainAddress() },
  verdicts: { title: "Email verdicts", label: "Email verdicts", href: verdictsAddress() },
  fields: { title: "Field map", label: "Field map", href: fieldMapAddress() },
} as const;

type ConnectionsHeaderProps = {
  current: keyof typeof TABS;
  count?: string;
  actions?: ReactNode;
};

/** The head of every page about connections, with the way to the others. */
export function ConnectionsHeader({ current, count, actions }: ConnectionsHeaderProps) {
  const tabs = Object.entries(TABS).map(([name, { label, href }]) => {
    return { label, href, current: name === current };
  });
  return (
    <>
      <PageHeader title={TABS[current].title} count={count} actions={actions} />
      <TabLinks label="About connections" tabs={tabs} />
    </>
  );
}
