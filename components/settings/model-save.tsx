"use client";

import { type FormEvent, useState } from "react";
import { useVerb } from "@/components/ops/use-verb";
import { keepModelDraft } from "@/lib/scoring/drafts/actions";
import { controlLook } from "../form/control-look";
import { Field } from "../form/field";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";
import { useModel } from "./model-desk";

/** Saves what was typed as the draft, with the reason that its history tells. */
export function ModelSave({ reason: given }: { reason: string }) {
  const { revision, settings, unsaved, undo } = useModel();
  const [reason, setReason] = useState(given);
  const [error, setError] = useState<string>();
  const { perform, pending } = useVerb();
  const { say } = useToast();
  if (!unsaved) return null;

  async function send(event: FormEvent) {
    event.preventDefault();
    if (pending || !settings) return;
    const outcome = await perform(() => keepModelDraft({ settings, revision, reason }));
    if (!outcome.ok) return setError(outcome.reason);
    setError(undefined);
    say({ text: "Draft saved.", detail: "Somebody else signs it before it takes effect." });
  }

  const why = settings ? undefined : "Fill in what is marked first.";
  return (
    <form
      onSubmit={send}
      noValidate
      className="mb-6 rounded-box border border-line-strong p-3.5"
      aria-label="Save the draft"
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
          {pending ? "Saving" : "Save the draft"}
        </Button>
        <Button variant="bare" onClick={undo}>
          Undo all
        </Button>
      </div>
      <p className="mt-2 text-small text-faint">
        Nothing changes for any lead until the draft is signed and activated.
      </p>
    </form>
  );
}
