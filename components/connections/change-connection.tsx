"use client";

import { alterConnection } from "@/lib/connections/actions";
import { Form } from "../form/form";
import { SubmitButton } from "../form/submit-button";
import { TextInput } from "../form/text-input";
import { useSend } from "../form/use-send";
import { useToast } from "../ui/toast";
import type { ConnectionHandle } from "./connection-line";
import { givenOf } from "./given-of";
import { SettingInputs } from "./setting-inputs";

type ChangeConnectionProps = { handle: ConnectionHandle; onDone: () => void };

/** Another name, other settings. */
export function ChangeConnection({ handle, onDone }: ChangeConnectionProps) {
  const { id: connectionId, asks, settings } = handle;
  const { say } = useToast();
  const [state, send] = useSend(
    (data) => alterConnection({ connectionId, ...givenOf(data) }),
    () => {
      say({ text: "Saved." });
      onDone();
    },
  );
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
