"use client";

import { useActionState } from "react";
import { renewSecrets } from "@/lib/connections/actions";
import { answerOf, formStateOf } from "../form/answer";
import { CheckBox } from "../form/check-box";
import { Choice } from "../form/choice";
import { Form } from "../form/form";
import { type FormState, untouched } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
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
  const [state, send] = useActionState(async (_: FormState, data: FormData) => {
    const { secrets } = givenOf(data);
    const hours = calls ? { hours: Number(data.get("hours")) } : {};
    const removed = data.getAll("removed").map(String);
    const outcome = await answerOf(() =>
      renewSecrets({ connectionId, secrets, removed, ...hours }),
    );
    if (!outcome.ok) return formStateOf(outcome);
    tell(name, outcome.value);
    onDone();
    return untouched;
  }, untouched);
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
