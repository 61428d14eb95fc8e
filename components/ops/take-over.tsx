"use client";

import { useState } from "react";
import { takeLeadOver } from "@/lib/documentation/claims/actions";
import { LONGEST_WHY } from "@/lib/documentation/claims/claim";
import { Form } from "../form/form";
import { SubmitButton } from "../form/submit-button";
import { TextInput } from "../form/text-input";
import { typed } from "../form/typed";
import { useSend } from "../form/use-send";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { useToast } from "../ui/toast";

type TakeOverProps = { leadId: string; from: string; onTaken: () => void };

/** Takes a lead over from who is on it, with a word why. */
export function TakeOver({ leadId, from, onTaken }: TakeOverProps) {
  const [open, setOpen] = useState(false);
  const { say } = useToast();
  const [state, send] = useSend(
    (data) => takeLeadOver({ leadId, words: typed(data, "words") }),
    () => {
      say({ text: "You are on it now." });
      setOpen(false);
      onTaken();
    },
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>Take over</Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`Take this lead over from ${from}`}
        description="What they typed stays with them. The lead’s history says who took it and why."
      >
        <Form state={state} action={send}>
          <TextInput
            name="words"
            label="Why, in a word"
            autoComplete="off"
            maxLength={LONGEST_WHY}
          />
          <SubmitButton pendingLabel="Taking over">Take over</SubmitButton>
        </Form>
      </Dialog>
    </>
  );
}
