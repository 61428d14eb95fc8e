"use client";

import { useState } from "react";
import type { Outcome } from "@/lib/access/outcome";
import type { RoutingTrial as Trial } from "@/lib/routing/trial/replay";
import { saveRoutingRules, tryRoutingRules } from "@/lib/routing/versions/actions";
import { answerOf } from "../../form/answer";
import { Button } from "../../ui/button";
import { Section } from "../../ui/section";
import { useToast } from "../../ui/toast";
import { ReasonForm } from "../reason-form";
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

/** Saves the draft with a reason; a refusal of one of its places is shown at that place, too. */
function useSave() {
  const { draft, version, setAnswer, wasSaved } = useRouting();
  return async (reason: string) => {
    const of = JSON.stringify(draft satisfies RoutingDraft);
    const settings = settingsOfDraft(draft);
    const outcome = await saveRoutingRules({ settings, basedOn: version, reason });
    if (outcome.ok) wasSaved(draft);
    const field = placeOf(outcome);
    if (!outcome.ok && field && field !== "reason")
      setAnswer({ of, reason: outcome.reason, field });
    return outcome;
  };
}

/** Tries what was typed on the leads handed off last, and saves it as the next version. */
export function RoutingSave({ locale }: { locale: string }) {
  const { draft, version, changed, answer, undo } = useRouting();
  const trial = useTrial();
  const save = useSave();
  const { say } = useToast();
  const isOld = answer !== null && answer.of !== JSON.stringify(draft);

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
        <ReasonForm
          label="Save the rules"
          given=""
          save={save}
          onSaved={(saved) =>
            say({ text: `Version ${saved.version} routes the leads from now on.` })
          }
          undo={undo}
          saves={`Save as version ${version + 1}`}
          className="mt-4"
        >
          In force at once for the next lead. Whoever has a lead keeps it.
        </ReasonForm>
      )}
    </Section>
  );
}
