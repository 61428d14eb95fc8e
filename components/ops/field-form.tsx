"use client";

import { type FormEvent, useState } from "react";
import { fill, sayNotObtainable } from "@/lib/gate/actions";
import { controlLook } from "../form/control-look";
import { type ControlWiring, Field } from "../form/field";
import { useVerb } from "../form/use-verb";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";
import type { FieldEntry } from "./field-words";

type FieldFormProps = { entry: FieldEntry; onDone?: () => void };

/** Fills, confirms or corrects one field by hand (O.4), or says why it cannot be had. */
export function FieldForm({ entry, onDone }: FieldFormProps) {
  const { leadId, fieldId, label, hint, typed } = entry;
  const [text, setText] = useState(typed);
  const [refusing, setRefusing] = useState(false);
  const [error, setError] = useState<string>();
  const { perform, pending } = useVerb();
  const { say } = useToast();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const next = nextControl(event.currentTarget);
    const outcome = await perform(() =>
      refusing
        ? sayNotObtainable({ leadId, fieldId, notObtainable: text })
        : fill({ leadId, fieldId, value: text }),
    );
    if (!outcome.ok) return setError(outcome.reason);
    setError(undefined);
    if (refusing) turn(false);
    say({ text: refusing ? `${label}: not obtainable.` : `${label} is filled.` });
    onDone?.();
    next?.focus();
  }

  function turn(to: boolean) {
    setRefusing(to);
    setText(to ? "" : typed);
    setError(undefined);
  }

  const unchanged = !refusing && typed !== "" && text === typed;
  return (
    <form onSubmit={send} noValidate className="[&>div]:mb-0">
      <Field
        name={fieldId}
        label={label}
        hint={refusing ? "Why it cannot be had" : hint}
        error={error}
      >
        {(wiring) => (
          <div className="flex flex-wrap items-start gap-1.5">
            <div className="min-w-40 flex-1">
              <FieldControl
                entry={entry}
                plain={refusing}
                wiring={wiring}
                text={text}
                onType={setText}
              />
            </div>
            <Button type="submit" aria-disabled={pending || undefined}>
              {pending ? "Saving" : refusing ? "Say so" : unchanged ? "Confirm" : "Fill"}
            </Button>
            <Button variant="bare" className="px-1.5" onClick={() => turn(!refusing)}>
              {refusing ? "Fill it after all" : "Not obtainable"}
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}

/** Where to go on: this form is gone once its field is filled. */
function nextControl(form: HTMLFormElement): HTMLElement | null {
  const item = form.closest("li");
  const other = item?.nextElementSibling ?? item?.previousElementSibling;
  return other?.querySelector<HTMLElement>("input, select, textarea") ?? null;
}

type FieldControlProps = {
  entry: FieldEntry;
  /** One line of words, whatever the field takes. */
  plain: boolean;
  wiring: ControlWiring;
  text: string;
  onType: (text: string) => void;
};

function FieldControl({ entry, plain, wiring, text, onType }: FieldControlProps) {
  const common = {
    ...wiring,
    value: text,
    onChange: (event: { target: { value: string } }) => onType(event.target.value),
    className: controlLook,
  };
  if (entry.choices && !plain) {
    return (
      <select {...common}>
        <option value="">Choose</option>
        {entry.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  if (entry.fieldId === "C5.3" && !plain) return <textarea {...common} rows={3} />;
  return <input {...common} type="text" autoComplete="off" />;
}
