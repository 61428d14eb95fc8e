"use client";

import { keepView } from "@/lib/queue/saved/actions";
import { LONGEST_NAME, savedQuery } from "@/lib/queue/saved/saved-query";
import type { QueueView } from "@/lib/queue/view";
import { Form } from "../../form/form";
import { SubmitButton } from "../../form/submit-button";
import { TextInput } from "../../form/text-input";
import { typed } from "../../form/typed";
import { useSend } from "../../form/use-send";
import { useToast } from "../../ui/toast";

/** Keeps the queue as it is now under a name. */
export function SaveView({ view }: { view: QueueView }) {
  const { say } = useToast();
  const [state, send] = useSend(
    (data) => keepView({ name: typed(data, "name"), query: savedQuery(view) }),
    (_, data) => say({ text: `Saved as ${typed(data, "name").trim()}.` }),
  );
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
