"use client";

import { useState } from "react";
import { standardAddress } from "@/lib/platform/address";
import { sign } from "@/lib/written-standard/actions";
import { SIDES, type Side } from "@/lib/written-standard/sides";
import { useVerb } from "../form/use-verb";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { useToast } from "../ui/toast";
import { useDraft } from "./draft-desk";

type SignButtonProps = {
  side: Side;
  /** Why it cannot be signed now, whatever is unsaved. */
  hindrance: string | undefined;
  /** What one signs, in a sentence or two. */
  what: string;
  /** The other side has signed: this signature publishes. */
  last: boolean;
};

/** Signs the revision on the page for one's side, after one look at what that means (D.2). */
export function SignButton({ side, hindrance, what, last }: SignButtonProps) {
  const { saved, unsaved } = useDraft();
  const [open, setOpen] = useState(false);
  const { perform, pending } = useVerb();
  const { say } = useToast();
  const label = `Sign for ${SIDES[side].toLowerCase()}`;
  async function signNow() {
    const { id: draftId, revision } = saved;
    const outcome = await perform(
      () => sign({ draftId, revision }),
      last ? standardAddress() : undefined,
    );
    setOpen(false);
    if (!outcome.ok) return say({ text: outcome.reason, tone: "bad" });
    const { published } = outcome.value;
    say({ text: published ? `Signed. It is version ${published} now.` : "Signed." });
  }
  return (
    <>
      <Button
        variant="primary"
        disabledReason={unsaved > 0 ? "Save your changes first." : hindrance}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={label} description={what}>
        <div className="flex justify-end gap-2">
          <Button onClick={() => setOpen(false)}>Not yet</Button>
          <Button
            variant="primary"
            aria-disabled={pending || undefined}
            onClick={() => !pending && signNow()}
          >
            {last ? "Sign and publish" : "Sign"}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
