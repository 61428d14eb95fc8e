"use client";

import type { ConnectedWay } from "@/lib/sla/settings";
import { useFieldState } from "../../form/form";
import { Button } from "../../ui/button";
import { nextDraft, type StepDraft } from "./sla-draft";
import { SlaStep } from "./sla-step";

/** As many steps as the schema takes. */
const MOST = 6;

type SlaLadderProps = {
  steps: readonly StepDraft[];
  connected: readonly ConnectedWay[];
  onChange: (change: (steps: readonly StepDraft[]) => StepDraft[]) => void;
};

/** What happens where nobody tries in time, step after step. */
export function SlaLadder({ steps, connected, onChange }: SlaLadderProps) {
  const { error } = useFieldState("settings.ladder");
  return (
    <fieldset id="settings.ladder" tabIndex={-1} className="mb-5">
      <legend className="text-small font-medium">Where nobody tries in time</legend>
      <p className="text-small text-soft">
        Times count in the owner’s working time. An attempt or a decision ends it at once.
      </p>
      <ol>
        {steps.map((step, index) => (
          <SlaStep
            key={step.key}
            step={step}
            index={index}
            connected={connected}
            onChange={(change) =>
              onChange((all) =>
                all.map((one) => (one.key === step.key ? { ...one, ...change } : one)),
              )
            }
            onRemove={() => onChange((all) => all.filter(({ key }) => key !== step.key))}
          />
        ))}
      </ol>
      {steps.length === 0 && <p className="py-2.5 text-faint">Nothing happens.</p>}
      {error && <p className="mt-1 text-small font-medium text-bad">{error}</p>}
      {steps.length < MOST && (
        <Button className="mt-2.5" onClick={() => onChange((all) => [...all, nextDraft(all)])}>
          Add a step
        </Button>
      )}
    </fieldset>
  );
}
