"use client";

import { useState } from "react";
import { standardAddress } from "@/lib/platform/address";
import { giveUpDraft } from "@/lib/written-standard/actions";
import { useVerb } from "../form/use-verb";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { useToast } from "../ui/toast";
import { useDraft } from "./draft-desk";

/** Gives the draft up, after a question: the version in force stays as it is. */
export function DiscardButton() {
  const { saved, undo } = useDraft();
  const [open, setOpen] = useState(false);
  const { perform, pending } = useVerb();
  const { say } = useToast();
  async function discard() {
    const { id: draftId, revision } = saved;
    const outcome = await perform(() => giveUpDraft({ draftId, revision }), standardAddress());
    setOpen(false);
    if (!outcome.ok) return say({ text: outcome.reason, tone: "bad" });
    undo();
    say({ text: "The draft is discarded. Its history is kept." });
  }
  return (
    <>
      <Button variant="bare" onClick={() => setOpen(true)}>
        Discard the draft
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Discard the draft"
        description="Nobody can go on writing it. The version in force stays as it is."
      >
        <div className="flex justify-end gap-2">
          <Button onClick={() => setOpen(false)}>Keep it</Button>
          <Button
            variant="danger"
            aria-disabled={pending || undefined}
            onClick={() => !pending && discard()}
          >
            Discard
          </Button>
        </div>
      </Dialog>
    </>
  );
}
