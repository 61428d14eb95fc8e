"use client";

import { useState } from "react";
import { renewSecretOfHook } from "@/lib/connections/actions";
import { Choice } from "../form/choice";
import { Form } from "../form/form";
import { SubmitButton } from "../form/submit-button";
import { useSend } from "../form/use-send";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import type { ConnectionHandle } from "./connection-line";
import { OVERLAPS } from "./overlaps";

type HookSecretProps = { handle: ConnectionHandle; onDone: () => void };

/** Makes a hook a new signing secret and shows it once. */
export function HookSecret({ handle: { id: connectionId }, onDone }: HookSecretProps) {
  const [secret, setSecret] = useState<string | null>(null);
  const [state, send] = useSend(
    (data) => renewSecretOfHook({ connectionId, hours: Number(data.get("hours")) }),
    (value) => setSecret(value.secret),
  );
  if (secret === null)
    return (
      <Form state={state} action={send}>
        <Choice name="hours" label="The one before signs" options={OVERLAPS} initial="24" />
        <SubmitButton pendingLabel="Making it">Make a new secret</SubmitButton>
      </Form>
    );
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="text-small">
        Here is the new secret. Copy it now, for whoever receives the events: it cannot be shown
        again.
      </p>
      <p className="num rounded-control bg-hover px-2.5 py-2 font-mono text-small break-all select-all">
        {secret}
      </p>
      <div className="flex gap-2">
        <CopyButton text={secret} label="Copy the secret" />
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
