"use client";

import { useRef } from "react";
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
  const input = useRef<HTMLInputElement>(null);
  const [state, send] = useSend(
    (data) => keepView({ name: typed(data, "name"), query: savedQuery(view) }),
    (_, data) => {
      const name = typed(data, "name");
      // Kept, it is no longer asked for; what was typed meanwhile is the name of another.
      if (input.current?.value === name) input.current.value = "";
      say({ text: `Saved as ${name.trim()}.` });
    },
  );
  return (
    <Form state={state} action={send}>
      <TextInput
        ref={input}
        name="name"
        label="Keep this view as"
        autoComplete="off"
        maxLength={LONGEST_NAME}
      />
      <SubmitButton pendingLabel="Saving">Save</SubmitButton>
    </Form>
  );
}
