"use client";

import { useState } from "react";
import { bringLeadBack, setLeadAside } from "@/lib/gate/actions";
import { Form } from "../form/form";
import { SubmitButton } from "../form/submit-button";
import { TextInput } from "../form/text-input";
import { useSend } from "../form/use-send";
import { useVerb } from "../form/use-verb";
import { VerbButton } from "../form/verb-button";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { useToast } from "../ui/toast";

const REASONS = ["A test submission", "One of our own", "A duplicate", "No lead at all"];

/** Takes a lead out of the way as a test or as no lead, with the reason (X.6). */
export function SetAsideButton({ leadId }: { leadId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Set aside</Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Set this lead aside"
        description="It is kept and listed, goes to no rep, and can be brought back."
      >
        <SetAsideForm leadId={leadId} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function SetAsideForm({ leadId, onDone }: { leadId: string; onDone: () => void }) {
  const [reason, setReason] = useState(REASONS[0] ?? "");
  const { perform } = useVerb();
  const { say } = useToast();
  const [state, send] = useSend(
    () => perform(() => setLeadAside({ leadId, reason })),
    () => {
      say({ text: "Set aside." });
      onDone();
    },
  );
  return (
    <Form state={state} action={send}>
      <div className="mb-3 flex flex-wrap gap-1.5">
        {REASONS.map((ready) => (
          <Button key={ready} aria-pressed={ready === reason} onClick={() => setReason(ready)}>
            {ready}
          </Button>
        ))}
      </div>
      <TextInput
        name="reason"
        label="Reason"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <SubmitButton pendingLabel="Setting aside">Set aside</SubmitButton>
    </Form>
  );
}

/** Brings a lead back that was set aside; it is judged anew, and may go to a rep at once. */
export function BringBackButton({ leadId }: { leadId: string }) {
  return (
    <VerbButton
      verb={() => bringLeadBack({ leadId })}
      label="Bring back"
      busy="Bringing back"
      said={() => ({ text: "Brought back, and judged anew." })}
      refused="Not brought back."
    />
  );
}
