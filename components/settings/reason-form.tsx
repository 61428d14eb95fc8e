"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import type { Outcome } from "@/lib/access/outcome";
import { controlLook } from "../form/control-look";
import { Field } from "../form/field";
import { useVerb } from "../form/use-verb";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";

type ReasonFormProps<T> = {
  label: string;
  /** The reason to begin with. */
  given: string;
  /** Saves with the reason; null where what was typed cannot be saved yet. */
  save: ((reason: string) => Promise<Outcome<T>>) | null;
  onSaved: (value: T) => void;
  undo: () => void;
  /** The words of the button that saves. */
  saves: string;
  className: string;
  /** What saving does. */
  children: ReactNode;
};

/** Saves what was typed, with the reason that its history tells. */
export function ReasonForm<T>({ label, given, save, onSaved, ...rest }: ReasonFormProps<T>) {
  const { undo, saves, className, children } = rest;
  const [reason, setReason] = useState(given);
  const [error, setError] = useState<string>();
  const { perform, pending } = useVerb();

  async function send(event: FormEvent) {
    event.preventDefault();
    if (pending || !save) return;
    const outcome = await perform(() => save(reason));
    if (!outcome.ok) return setError(outcome.reason);
    setError(undefined);
    onSaved(outcome.value);
  }

  const why = save ? undefined : "Fill in what is marked first.";
  return (
    <form
      onSubmit={send}
      noValidate
      className={classNames("rounded-box border border-line-strong p-3.5", className)}
      aria-label={label}
    >
      <Field name="reason" label="Why it changes" error={error}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={2}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            className={`${controlLook} field-sizing-content`}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          disabledReason={why}
          aria-disabled={pending || undefined}
        >
          {pending ? "Saving" : saves}
        </Button>
        <Button variant="bare" onClick={undo}>
          Undo all
        </Button>
      </div>
      <p className="mt-2 text-small text-faint">{children}</p>
    </form>
  );
}
