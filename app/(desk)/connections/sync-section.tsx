import { syncLine } from "@/components/connections/sync-line";
import { SyncTable } from "@/components/connections/sync-table";
import { Section } from "@/components/ui/section";
import { may } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { syncs } from "@/lib/connections/sync/queries";

/** How every system keeps up, and what a rep is missing meanwhile (M.2). */
export async function SyncSection({ viewer, now }: { viewer: Viewer; now: Date }) {
  const lines = (await syncs(viewer, now)).map((sync) => {
    const mayRetry = may(viewer, sync.does === "tells" ? "connect systems" : "document leads");
    return syncLine(sync, mayRetry, viewer, now);
  });
  return (
    <Section title="Synchronisation" className="mt-10 min-w-0">
      <SyncTable lines={lines} />
    </Section>
  );
}
