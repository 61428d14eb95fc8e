"use client";

import { renewSecrets } from "@/lib/connections/actions";
import { CheckBox } from "../form/check-box";
import { Choice } from "../form/choice";
import { Form } from "../form/form";
import { SubmitButton } from "../form/submit-button";
import { useSend } from "../form/use-send";
import type { ConnectionHandle } from "./connection-line";
import { givenOf } from "./given-of";
import { OVERLAPS } from "./overlaps";
import { SettingInputs } from "./setting-inputs";
import { useVerdict } from "./use-verdict";

type ReplaceSecretProps = { handle: ConnectionHandle; onDone: () => void };

/** A new secret, tried before it takes the place of the one before; of several, those that are typed. One that is optional can go. */
export function ReplaceSecret({ handle, onDone }: ReplaceSecretProps) {
  const { id: connectionId, name, asks, calls } = handle;
  const secret = asks.filter((one) => one.secret);
  const several = secret.length > 1;
  const tell = useVerdict();
  const [state, send] = useSend(
    (data) => {
      const { secrets } = givenOf(data);
      const hours = calls ? { hours: Number(data.get("hours")) } : {};
      const removed = data.getAll("removed").map(String);
      return renewSecrets({ connectionId, secrets, removed, ...hours });
    },
    (value) => {
      tell(name, value);
      onDone();
    },
  );
  return (
    <Form state={state} action={send}>
      <SettingInputs
        asks={secret}
        secretHint={several ? "Leave empty to keep it" : undefined}
        secretsOptional={several}
      />
      {secret
        .filter(({ optional }) => optional)
        .map(({ key, label }) => (
          <CheckBox
            key={key}
            name="removed"
            value={key}
            label={`Remove: ${label}`}
            hint={calls ? "Calls that it proves are refused from then on" : undefined}
          />
        ))}
      {calls && (
        <Choice
          name="hours"
          label="Calls with the secret before are taken"
          options={OVERLAPS}
          initial="24"
        />
      )}
      <SubmitButton pendingLabel="Trying it">Replace</SubmitButton>
    </Form>
  );
}
