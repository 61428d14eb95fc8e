"use client";

import { useActionState } from "react";
import type { Outcome } from "@/lib/access/outcome";
import { LONGEST_FLAG } from "@/lib/documentation/phrases/phrase";
import { answerOf, formStateOf } from "../form/answer";
import { Form } from "../form/form";
import { type FormState, untouched } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { TextInput } from "../form/text-input";
import { useToast } from "../ui/toast";

type PhraseFormProps = {
  text: string;
  label: string;
  send: (text: string) => Promise<Outcome<unknown>>;
  onDone?: () => void;
};

/** The words of a phrase; what stands in braces is asked for when it is used. */
export function PhraseForm({ text, label, send, onDone }: PhraseFormProps) {
  const { say } = useToast();
  const [state, submit] = useActionState(
    async (_: FormState, data: FormData): Promise<FormState> => {
      const given = String(data.get("text") ?? "");
      const outcome = await answerOf(() => send(given));
      if (!outcome.ok) return formStateOf(outcome);
      say({ text: "Saved." });
      onDone?.();
      return untouched;
    },
    untouched,
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
