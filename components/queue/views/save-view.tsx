"use client";

import { useActionState } from "react";
import { keepView } from "@/lib/queue/saved/actions";
import { LONGEST_NAME, savedQuery } from "@/lib/queue/saved/saved-query";
import type { QueueView } from "@/lib/queue/view";
import { answerOf, formStateOf } from "../../form/answer";
import { Form } from "../../form/form";
import { type FormState, untouched } from "../../form/form-state";
import { SubmitButton } from "../../form/submit-button";
import { TextInput } from "../../form/text-input";
import { useToast } from "../../ui/toast";

/** Keeps the queue as it is now under a name. */
export function SaveView({ view }: { view: QueueView }) {
  const { say } = useToast();
  const [state, send] = useActionState(async (_: FormState, data: FormData) => {
    const name = String(data.get("name") ?? "");
    const answer = await answerOf(() => keepView({ name, query: savedQuery(view) }));
    if (!answer.ok) return formStateOf(answer);
    say({ text: `Saved as ${name.trim()}.` });
    return untouched;
  }, untouched);
  return (
    <Form state={state} action={send}>
      <TextInput
        name="name"
        label="Keep this view as"
        autoComplete="off"
        maxLength={LONGEST_NAME}
      />
      <SubmitButton pendingLabel="Saving">Save</SubmitButton>
    </Form>
  );
}
