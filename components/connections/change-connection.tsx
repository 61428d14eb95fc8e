"use client";

import { useActionState } from "react";
import { alterConnection } from "@/lib/connections/actions";
import { answerOf, formStateOf } from "../form/answer";
import { Form } from "../form/form";
import { type FormState, untouched } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { TextInput } from "../form/text-input";
import { useToast } from "../ui/toast";
import type { ConnectionHandle } from "./connection-line";
import { givenOf } from "./given-of";
import { SettingInputs } from "./setting-inputs";

type ChangeConnectionProps = { handle: ConnectionHandle; onDone: () => void };

/** Another name, other settings. */
export function ChangeConnection({ handle, onDone }: ChangeConnectionProps) {
  const { id: connectionId, asks, settings } = handle;
  const { say } = useToast();
  const [state, send] = useActionState(async (_: FormState, data: FormData) => {
    const name = String(data.get("name") ?? "");
    const outcome = await answerOf(() => alterConnection({ connectionId, name, ...givenOf(data) }));
    if (!outcome.ok) return formStateOf(outcome);
    say({ text: "Saved." });
    onDone();
    return untouched;
  }, untouched);
  return (
    <Form state={state} action={send}>
      <TextInput name="name" label="Name" defaultValue={handle.name} autoComplete="off" />
      <SettingInputs
        asks={asks}
        values={settings}
        secretHint="Only needed when the address changes"
        secretsOptional
      />
      <SubmitButton pendingLabel="Saving">Save</SubmitButton>
    </Form>
  );
}
