"use client";

import { useState } from "react";
import type { Outcome } from "@/lib/access/outcome";
import { activateModel, giveUpModelDraft, signModel } from "@/lib/scoring/drafts/actions";
import type { ModelRevision } from "@/lib/scoring/drafts/input";
import { useVerb } from "../../form/use-verb";
import { Button } from "../../ui/button";
import type { ButtonVariant } from "../../ui/button-look";
import { Dialog } from "../../ui/dialog";
import { useToast } from "../../ui/toast";

type AskedProps = {
  label: string;
  /** What happens then, in a sentence or two. */
  what: string;
  confirm: string;
  variant: ButtonVariant;
  shown?: ButtonVariant;
  hindrance?: string | undefined;
  verb: () => Promise<Outcome<unknown>>;
  told: string;
};

/** A button that asks once before it does what it says. */
function Asked({ label, what, confirm, variant, shown, hindrance, verb, told }: AskedProps) {
  const [open, setOpen] = useState(false);
  const { perform, pending } = useVerb();
  const { say } = useToast();
  async function go() {
    if (pending) return;
    const outcome = await perform(verb);
    setOpen(false);
    say(outcome.ok ? { text: told } : { text: outcome.reason, tone: "bad" });
  }
  return (
    <>
      <Button variant={shown ?? variant} disabledReason={hindrance} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={label} description={what}>
        <div className="flex justify-end gap-2">
          <Button onClick={() => setOpen(false)}>Not yet</Button>
          <Button variant={variant} aria-disabled={pending || undefined} onClick={go}>
            {confirm}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

type ButtonProps = { that: ModelRevision; hindrance?: string | undefined };

/** Signs the draft as it stands. */
export function SignModelButton({ that, hindrance }: ButtonProps) {
  return (
    <Asked
      label="Sign the draft"
      what="You say that scores may be worked out this way. It takes effect once it is activated."
      confirm="Sign"
      variant="primary"
      hindrance={hindrance}
      verb={() => signModel(that)}
      told="Signed."
    />
  );
}

/** Puts the signed draft in force. */
export function ActivateButton({ that, hindrance, version }: ButtonProps & { version: number }) {
  return (
    <Asked
      label="Activate"
      what="In force at once. Leads whom no rep has are judged again in the background, and who reaches the threshold goes to a rep. Handoffs keep the score they were given."
      confirm={`Activate as version ${version}`}
      variant="primary"
      hindrance={hindrance}
      verb={() => activateModel(that)}
      told={`Version ${version} is in force. Leads are being judged by it.`}
    />
  );
}

/** Gives the draft up. */
export function DiscardModelButton({ that }: ButtonProps) {
  return (
    <Asked
      label="Discard the draft"
      what="Nobody can go on writing it. The version in force stays as it is."
      confirm="Discard"
      variant="danger"
      shown="bare"
      verb={() => giveUpModelDraft(that)}
      told="The draft is discarded. Its history is kept."
    />
  );
}
