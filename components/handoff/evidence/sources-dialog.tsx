"use client";

import { useState } from "react";
import { Button } from "../../ui/button";
import { LateDialog } from "../../ui/late-dialog";
import type { ReadPart } from "./part";
import { usePart } from "./use-part";

type SourcesDialogProps = { leadId: string; read: ReadPart };

/** Opens where every line came from; costs the page no line of its own. */
export function SourcesDialog({ leadId, read }: SourcesDialogProps) {
  const [open, setOpen] = useState(false);
  const { ask, content } = usePart(read, leadId);
  const show = () => {
    setOpen(true);
    ask();
  };
  return (
    <>
      <Button variant="bare" kbd="S" onClick={show}>
        Sources
      </Button>
      <LateDialog open={open} onOpenChange={setOpen} title="Where each line came from">
        {content}
      </LateDialog>
    </>
  );
}
