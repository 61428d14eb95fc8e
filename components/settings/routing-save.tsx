"use client";

import { type FormEvent, useState } from "react";
import { useVerb } from "@/components/form/use-verb";
import type { Outcome } from "@/lib/access/outcome";
import type { RoutingTrial as Trial } from "@/lib/routing/trial/replay";
import { saveRoutingRules, tryRoutingRules } from "@/lib/routing/versions/actions";
import { answerOf } from "../form/answer";
import { controlLook } from "../form/control-look";
import { Field } from "../form/field";
import { Button } from "../ui/button";
import { Section } from "../ui/section";
import { useToast } from "../ui/toast";
import { useRouting } from "./routing-desk";
import { type RoutingDraft, settingsOfDraft } from "./routing-draft";
import { RoutingTrial } from "./routing-trial";

/** A refusal names its place as the action saw it, inside of `settings`. */
const placeOf = (outcome: Outcome<unknown>) =>
  outcome.ok ? undefined : outcome.field?.replace(/^settings\./, "");

function useTrial() {
  const { draft, setAnswer } = useRouting();
  const [pending, setPending] = useState(false);
  async function attempt() {
    if (pending) return;
    setPending(true);
    const of = JSON.stringify(draft);
    const outcome = await answerOf<Trial>(() =>
      tryRoutingRules({ settings: settingsOfDraft(draft) }),
    );
    setPending(false);
    const field = placeOf(outcome);
    setAnswer(
      outcome.ok
        ? { of, trial: outcome.value }
        : { of, reason: outcome.reason, ...(field ? { field } : {}) },
    );
  }
  return { attempt, pending };
}

function useSave() {
  const { draft, version, setAnswer } = useRouting();
  const { perform, pending } = useVerb();
  const { say } = useToast();
  async function save(reason: string): Promise<string | undefined> {
    const of = JSON.stringify(draft satisfies RoutingDraft);
    const settings = settingsOfDraft(draft);
    const outcome = await perform(() => saveRoutingRules({ settings, basedOn: version, reason }));
    if (outcome.ok) {
      say({ text: `Version ${outcome.value.version} routes the leads from now on.` });
      return undefined;
    }
    const field = placeOf(outcome);
    if (field && field !== "reason") setAnswer({ of, reason: outcome.reason, field });
    return outcome.reason;
  }
  return { save, pending };
}

/** Tries what was typed on the leads handed off last, and saves it as the next version. */
export function RoutingSave({ locale }: { locale: string }) {
  const { draft, version, changed, answer, undo } = useRouting();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string>();
  const trial = useTrial();
  const { save, pending } = useSave();
  const isOld = answer !== null && answer.of !== JSON.stringify(draft);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    const refusal = await save(reason);
    setError(refusal);
    if (!refusal) setReason("");
  }
  return (
    <Section title="What this changes" className="mb-6">
      <Button onClick={trial.attempt} aria-disabled={trial.pending || undefined}>
        {trial.pending ? "Trying" : "Try on past leads"}
      </Button>
      <div role="status" className={isOld ? "opacity-50" : undefined}>
        {answer?.reason && <p className="mt-2 text-small font-medium text-bad">{answer.reason}</p>}
        {answer?.trial && <RoutingTrial trial={answer.trial} locale={locale} />}
        {isOld && <p className="mt-1 text-small">The rules changed since: try again.</p>}
      </div>
      {changed && (
        <form
          onSubmit={send}
          noValidate
          className="mt-4 rounded-box border border-line-strong p-3.5"
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
            <Button type="submit" variant="primary" aria-disabled={pending || undefined}>
              {pending ? "Saving" : `Save as version ${version + 1}`}
            </Button>
            <Button variant="bare" onClick={undo}>
              Undo all
            </Button>
          </div>
          <p className="mt-2 text-small text-faint">
            In force at once for the next lead. Whoever has a lead keeps it.
          </p>
        </form>
      )}
    </Section>
  );
}
