"use client";

import { useState } from "react";
import { makeKey } from "@/lib/access/keys/actions";
import { KEY_KINDS, type KeyKind } from "@/lib/access/keys/kinds";
import { Choice } from "../../form/choice";
import { Form } from "../../form/form";
import { SubmitButton } from "../../form/submit-button";
import { TextInput } from "../../form/text-input";
import { useSend } from "../../form/use-send";
import { Button } from "../../ui/button";
import { CopyButton } from "../../ui/copy-button";
import { Dialog } from "../../ui/dialog";
import { ScopeBoxes } from "./scope-boxes";

/** Makes a key and shows it once: only its hash is kept. */
export function NewKey() {
  const [open, setOpen] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  function turn(next: boolean) {
    setOpen(next);
    if (!next) setKey(null);
  }
  return (
    <>
      <Button onClick={() => turn(true)}>Create a key</Button>
      <Dialog
        open={open}
        onOpenChange={turn}
        title={key ? "Here is the key" : "Create a key"}
        description={
          key
            ? "Copy it now: it is kept nowhere and cannot be shown again."
            : "Give each system a key of its own, so that one can be revoked without the others."
        }
      >
        {key ? (
          <div className="flex flex-col gap-4">
            <p className="num rounded-control bg-hover px-2.5 py-2 font-mono text-small break-all select-all">
              {key}
            </p>
            <div className="flex gap-2">
              <CopyButton text={key} label="Copy the key" variant="primary" />
              <Button onClick={() => turn(false)}>Done</Button>
            </div>
          </div>
        ) : (
          <KeyForm onMade={setKey} />
        )}
      </Dialog>
    </>
  );
}

function KeyForm({ onMade }: { onMade: (key: string) => void }) {
  const [kind, setKind] = useState<KeyKind>("api");
  const [state, send] = useSend(makeKey, (value) => onMade(value.key));
  return (
    <Form state={state} action={send}>
      <TextInput name="name" label="Name" hint="The system that will use it" autoComplete="off" />
      <Choice name="kind" label="Opens" options={KEY_KINDS} initial="api" onChoose={setKind} />
      {kind === "api" && <ScopeBoxes />}
      <SubmitButton pendingLabel="Creating">Create</SubmitButton>
    </Form>
  );
}
