"use client";

import { useState } from "react";
import { setLeadScore, takeLeadScoreBack } from "@/lib/gate/score-override/actions";
import { Form } from "../form/form";
import { SubmitButton } from "../form/submit-button";
import { TextInput } from "../form/text-input";
import { typed } from "../form/typed";
import { useSend } from "../form/use-send";
import { useVerb } from "../form/use-verb";
import { VerbButton } from "../form/verb-button";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { useToast } from "../ui/toast";

type ScoreOverrideProps = { leadId: string; total: number | null; isSet: boolean };

/** Sets a lead's score by hand, with the reason, or lets the model's count again (C4). */
export function ScoreOverride({ leadId, total, isSet }: ScoreOverrideProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => setOpen(true)}>{isSet ? "Change the score" : "Set the score"}</Button>
      {isSet && <TakeScoreBack leadId={leadId} />}
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Set this lead’s score"
        description="The model’s number is kept beside it. At or above the threshold, a documented lead goes to a rep at once."
      >
        <SetScoreForm leadId={leadId} total={total} onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

type FormProps = { leadId: string; total: number | null; onDone: () => void };

function SetScoreForm({ leadId, total, onDone }: FormProps) {
  const { perform } = useVerb();
  const { say } = useToast();
  const [state, send] = useSend(
    (data) => {
      const score = typed(data, "total").trim();
      // What is no number is refused in the same words as one out of range.
      const wanted = /^\d{1,3}$/.test(score) ? Number(score) : -1;
      const reason = typed(data, "reason");
      return perform(() => setLeadScore({ leadId, total: wanted, reason }));
    },
    () => {
      say({ text: "Score set." });
      onDone();
    },
  );
  return (
    <Form state={state} action={send}>
      <TextInput
        name="total"
        label="Score"
        hint="From 0 to 100"
        inputMode="numeric"
        defaultValue={total ?? ""}
      />
      <TextInput name="reason" label="Why" hint="What the model does not know" />
      <SubmitButton pendingLabel="Setting the score">Set the score</SubmitButton>
    </Form>
  );
}

function TakeScoreBack({ leadId }: { leadId: string }) {
  return (
    <VerbButton
      verb={() => takeLeadScoreBack({ leadId })}
      label="Use the model’s score"
      busy="Changing"
      said={() => ({ text: "The model’s score counts again." })}
      refused="Not changed."
    />
  );
}
