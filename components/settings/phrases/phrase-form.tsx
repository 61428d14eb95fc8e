"use client";

import type { Outcome } from "@/lib/access/outcome";
import { LONGEST_FLAG } from "@/lib/documentation/phrases/phrase";
import { Form } from "../../form/form";
import { SubmitButton } from "../../form/submit-button";
import { TextInput } from "../../form/text-input";
import { typed } from "../../form/typed";
import { useSend } from "../../form/use-send";
import { useToast } from "../../ui/toast";

type PhraseFormProps = {
  text: string;
  label: string;
  send: (text: string) => Promise<Outcome<unknown>>;
  onDone?: () => void;
};

/** The words of a phrase; what stands in braces is asked for when it is used. */
export function PhraseForm({ text, label, send, onDone }: PhraseFormProps) {
  const { say } = useToast();
  const [state, submit] = useSend(
    (data) => send(typed(data, "text")),
    () => {
      say({ text: "Saved." });
      onDone?.();
    },
  );
  return (
    <Form state={state} action={submit}>
      <TextInput
        name="text"
        label="Phrase"
        hint="What changes stands in braces: Met at {event}"
        autoComplete="off"
        maxLength={LONGEST_FLAG}
        defaultValue={text}
      />
      <SubmitButton pendingLabel="Saving">{label}</SubmitButton>
    </Form>
  );
}
