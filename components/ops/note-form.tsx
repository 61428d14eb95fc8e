"use client";

import { type FormEvent, useState } from "react";
import { writeNote } from "@/lib/documentation/actions";
import { controlLook } from "../form/control-look";
import { Field } from "../form/field";
import { Button } from "../ui/button";
import { useVerb } from "./use-verb";

/** Adds a note of one sentence; what was typed stays until it is saved. */
export function NoteForm({ leadId }: { leadId: string }) {
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const { perform, pending } = useVerb();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const outcome = await perform(() => writeNote({ leadId, kind: "note", text }));
    setError(outcome.ok ? undefined : outcome.reason);
    if (outcome.ok) setText("");
  }

  return (
    <form onSubmit={send} noValidate className="mt-3 [&>div]:mb-0">
      <Field name="note" label="Note, in one sentence" optional error={error}>
        {(wiring) => (
          <div className="flex gap-1.5">
            <input
              {...wiring}
              type="text"
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
              className={controlLook}
            />
            <Button type="submit" aria-disabled={pending || undefined}>
              {pending ? "Saving" : "Add"}
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
