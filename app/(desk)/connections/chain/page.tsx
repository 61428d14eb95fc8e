import type { Metadata } from "next";
import { ChainEditor } from "@/components/connections/chain/chain-editor";
import { chainLine } from "@/components/connections/chain/chain-line";
import { ChainTable } from "@/components/connections/chain/chain-table";
import { ConnectionsHeader } from "@/components/connections/connections-header";
import { EmptyState } from "@/components/ui/empty-state";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { chain } from "@/lib/connections/chain/queries";
import { chainAddress } from "@/lib/platform/address";

export const metadata: Metadata = { title: "Enrichment chain" };

export default async function ChainPage() {
  const viewer = await requireViewer(chainAddress(), "see connections");
  const steps = await chain(viewer);
  const mayChange = may(viewer, "connect systems");
  return (
    <>
      <ConnectionsHeader current="chain" />
      <p className="my-3 max-w-[90ch] text-small text-soft">
        A new lead is asked about in this order, for 30 seconds in all. A step is asked only while
        it could change something: one that fills blanks gives way to every other value, one that
        refreshes replaces older values, one that overrides goes before all but a person’s.
        {!mayChange && " An admin sets the order and what each may fill."}
      </p>
      {steps.length === 0 && (
        <EmptyState title="There is no step yet.">
          Connect a system, and its steps stand here.
        </EmptyState>
      )}
      {steps.length > 0 && mayChange && <ChainEditor personId={viewer.id} steps={steps} />}
      {steps.length > 0 && !mayChange && (
        <ChainTable lines={steps.map((step, index) => chainLine(step, index, viewer.locale))} />
      )}
    </>
  );
}
