"use client";

import { useActionState } from "react";
import { renewSecrets } from "@/lib/connections/actions";
import { answerOf, formStateOf } from "../form/answer";
import { Form } from "../form/form";
import { type FormState, untouched } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import type { ConnectionHandle } from "./connection-line";
import { givenOf } from "./given-of";
import { SettingInputs } from "./setting-inputs";
import { useVerdict } from "./use-verdict";

type ReplaceSecretProps = { handle: ConnectionHandle; onDone: () => void };

/** A new secret, tried before it takes the place of the one before. */
export function ReplaceSecret({ handle, onDone }: ReplaceSecretProps) {
  const { id: connectionId, name, asks } = handle;
  const tell = useVerdict();
  const [state, send] = useActionState(async (_: FormState, data: FormData) => {
    const { secrets } = givenOf(data);
    const outcome = await answerOf(() => renewSecrets({ connectionId, secrets }));
    if (!outcome.ok) return formStateOf(outcome);
    tell(name, outcome.value);
    onDone();
    return untouched;
  }, untouched);
  return (
    <Form state={state} action={send}>
      <SettingInputs asks={asks.filter(({ secret }) => secret)} />
      <SubmitButton pendingLabel="Trying it">Replace</SubmitButton>
    </Form>
  );
}
