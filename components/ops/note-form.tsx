"use client";

import { type FormEvent, useEffect, useState } from "react";
import { writeNote } from "@/lib/documentation/actions";
import { controlLook } from "../form/control-look";
import { Field } from "../form/field";
import { useVerb } from "../form/use-verb";
import { Button } from "../ui/button";
import { useUnsaved } from "./unsaved-desk";

/** Adds a note of one sentence; what was typed stays until it is saved. */
export function NoteForm({ leadId }: { leadId: string }) {
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const { perform, pending } = useVerb();
  const { keep, found } = useUnsaved();

  // What was typed before the page was left, put back once the page is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per lead.
  useEffect(() => setText((now) => now || (found("note")?.text ?? "")), [leadId]);

  function write(words: string) {
    setText(words);
    const at = new Date().toISOString();
    keep("note", words.trim() === "" ? null : { text: words, basedOn: 0, at });
  }

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const outcome = await perform(() => writeNote({ leadId, kind: "note", text }));
    setError(outcome.ok ? undefined : outcome.reason);
    if (outcome.ok) write("");
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
              onChange={(event) => write(event.target.value)}
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
