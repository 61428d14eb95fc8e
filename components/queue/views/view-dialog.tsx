"use client";

import { useRouter } from "next/navigation";
import { startTransition, useOptimistic } from "react";
import { queueAddress } from "@/lib/platform/address";
import { keysOf } from "@/lib/platform/keys-of";
import type { SavedView } from "@/lib/queue/saved/saved-query";
import { QUEUE_COLUMNS, type QueueView, viewQuery, withColumn } from "@/lib/queue/view";
import { CheckBox } from "../../form/check-box";
import { canOpen } from "../../shell/reachable";
import { Dialog } from "../../ui/dialog";
import { SaveView } from "./save-view";
import { SavedViewRow } from "./saved-view-row";
import { ViewOrders } from "./view-orders";

type ViewDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  view: QueueView;
  saved: readonly SavedView[];
};

/** Which columns the queue shows, and the views that its rep has kept. */
export function ViewDialog({ open, onOpenChange, view, saved }: ViewDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="View"
      description="Columns, filters and order are in the address: a link or a bookmark keeps them."
    >
      <ViewOrders view={view} onFollow={() => onOpenChange(false)} />
      {view.list === "open" && <ColumnBoxes view={view} />}
      <SaveView view={view} />
      {saved.length > 0 && (
        <section aria-labelledby="saved-views" className="mt-5">
          <h3 id="saved-views" className="mb-1 text-label font-medium text-soft">
            Saved views
          </h3>
          <ul>
            {saved.map((each) => (
              <SavedViewRow key={each.id} saved={each} onFollow={() => onOpenChange(false)} />
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}

function ColumnBoxes({ view: served }: { view: QueueView }) {
  const router = useRouter();
  // A box answers at once; the table follows with the page.
  const [view, show] = useOptimistic(served);
  function toggle(column: (typeof view.columns)[number]) {
    const next = withColumn(view, column);
    startTransition(async () => {
      show(next);
      if (!(await canOpen())) return;
      startTransition(() => router.replace(queueAddress(viewQuery(next)), { scroll: false }));
    });
  }
  return (
    <fieldset className="mb-5">
      <legend className="mb-1.5 text-label font-medium text-soft">Columns beside the lead</legend>
      <div className="grid grid-cols-2 gap-x-4">
        {keysOf(QUEUE_COLUMNS).map((column) => (
          <CheckBox
            key={column}
            label={QUEUE_COLUMNS[column]}
            checked={view.columns.includes(column)}
            onChange={() => toggle(column)}
          />
        ))}
      </div>
    </fieldset>
  );
}
