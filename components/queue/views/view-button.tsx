"use client";

import { useState } from "react";
import type { SavedView } from "@/lib/queue/saved/saved-query";
import type { QueueView } from "@/lib/queue/view";
import { Button } from "../../ui/button";
import { later } from "../../ui/later";

// Who only works the queue never loads it.
const ViewDialog = later(() => import("./view-dialog").then((file) => file.ViewDialog));

type ViewButtonProps = { view: QueueView; saved: readonly SavedView[] };

/** Opens what the queue shows and how it is kept. */
export function ViewButton({ view, saved }: ViewButtonProps) {
  const [open, setOpen] = useState<boolean>();
  return (
    <>
      <Button
        variant="bare"
        kbd="V"
        onClick={() => setOpen(true)}
        className="icon icon-sliders-horizontal icon-alone px-2 max-md:ml-auto"
      >
        View
      </Button>
      {open !== undefined && (
        <ViewDialog open={open} onOpenChange={setOpen} view={view} saved={saved} />
      )}
    </>
  );
}
