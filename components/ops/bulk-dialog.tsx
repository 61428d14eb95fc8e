"use client";

import type { Outcome } from "@/lib/access/outcome";
import { retryMany } from "@/lib/documentation/actions";
import { bringManyBack, setManyAside } from "@/lib/gate/aside/actions";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { useToast } from "../ui/toast";
import { BULK_DEEDS, type BulkDeed, bulkDone, bulkNames, bulkPreview } from "./bulk-words";
import { useVerb } from "./use-verb";

type BulkDialogProps = {
  deed: BulkDeed;
  leadIds: string[];
  names: readonly string[];
  onClose: () => void;
  onDone: () => void;
};

type Done = { leadIds: string[]; left: number };

function doing(deed: BulkDeed, leadIds: string[]): Promise<Outcome<Done>> {
  const { reason } = BULK_DEEDS[deed];
  if (reason) return setManyAside({ leadIds, reason });
  return deed === "bringBack" ? bringManyBack({ leadIds }) : retryMany({ leadIds });
}

/** Says what a deed will do to the selected leads, does it, and offers to take it back. */
export function BulkDialog({ deed, leadIds, names, onClose, onDone }: BulkDialogProps) {
  const { perform, pending } = useVerb();
  const { say } = useToast();
  const { label, reason } = BULK_DEEDS[deed];

  async function takeBack(ids: string[]) {
    const outcome = await perform(() => bringManyBack({ leadIds: ids }));
    if (outcome.ok) say({ text: bulkDone("bringBack", outcome.value.leadIds.length) });
    else say({ text: "Not brought back.", detail: outcome.reason, tone: "bad" });
  }

  async function press() {
    if (pending) return;
    const outcome = await perform(() => doing(deed, leadIds));
    if (!outcome.ok) {
      return say({ text: "Nothing was changed.", detail: outcome.reason, tone: "bad" });
    }
    const { leadIds: changed, left } = outcome.value;
    say({
      text: bulkDone(deed, changed.length),
      ...(left > 0 && { detail: `${left} stayed as they were.` }),
      ...(reason && { action: { label: "Undo", onPress: () => takeBack(changed) } }),
    });
    onDone();
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={label}
      description={bulkPreview(deed, leadIds.length)}
    >
      <p className="mb-4 line-clamp-3 wrap-anywhere text-small text-soft">
        {bulkNames(names, leadIds.length)}
      </p>
      <Button variant="primary" aria-disabled={pending || undefined} onClick={press}>
        {pending ? "Working" : label}
      </Button>
    </Dialog>
  );
}
