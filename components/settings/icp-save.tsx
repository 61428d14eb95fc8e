"use client";

import { type FormEvent, useState } from "react";
import { useVerb } from "@/components/ops/use-verb";
import { setIcp } from "@/lib/scoring/versions/actions";
import { controlLook } from "../form/control-look";
import { Field } from "../form/field";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";
import { useIcp } from "./icp-desk";

/** Saves what was typed as the next version, with the reason that its history tells. */
export function IcpSave() {
  const { model, icp, changed, undo } = useIcp();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string>();
  const { perform, pending } = useVerb();
  const { say } = useToast();
  if (!changed) return null;

  async function send(event: FormEvent) {
    event.preventDefault();
    if (pending || !icp) return;
    const outcome = await perform(() => setIcp({ icp, basedOn: model.version, reason }));
    if (!outcome.ok) return setError(outcome.reason);
    setError(undefined);
    setReason("");
    say({ text: `Version ${outcome.value.version} is in force. Leads are being judged by it.` });
  }

  const why = icp ? undefined : "Fill in what is marked first.";
  return (
    <form onSubmit={send} noValidate className="mt-4 rounded-box border border-line-strong p-3.5">
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
          {pending ? "Saving" : `Save as version ${model.version + 1}`}
        </Button>
        <Button variant="bare" onClick={undo}>
          Undo all
        </Button>
      </div>
      <p className="mt-2 text-small text-faint">
        In force at once. Leads whom no rep has are judged again in the background; handoffs stay as
        they are.
      </p>
    </form>
  );
}
