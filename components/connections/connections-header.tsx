import type { ReactNode } from "react";
import {
  chainAddress,
  connectionsAddress,
  fieldMapAddress,
  verdictsAddress,
} from "@/lib/platform/address";
import { PageHeader } from "../shell/page-header";
import { TabLinks } from "../ui/tab-links";

const TABS = {
  connections: { label: "Connections", href: connectionsAddress() },
  chain: { label: "Enrichment chain", href: chainAddress() },
  verdicts: { label: "Email verdicts", href: verdictsAddress() },
  fields: { label: "Field map", href: fieldMapAddress() },
} as const;

type ConnectionsHeaderProps = { current: keyof typeof TABS; count?: string; actions?: ReactNode };

/** The head of every page about connections, with the way to the others. */
export function ConnectionsHeader({ current, count, actions }: ConnectionsHeaderProps) {
  const tabs = Object.entries(TABS).map(([name, tab]) => ({ ...tab, current: name === current }));
  return (
    <>
      <PageHeader title={TABS[current].label} count={count} actions={actions} />
      <TabLinks label="About connections" tabs={tabs} />
    </>
  );
}
