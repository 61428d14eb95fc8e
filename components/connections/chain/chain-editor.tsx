"use client";

import { useState, useTransition } from "react";
import { saveChain } from "@/lib/connections/chain/actions";
import { type ChainStep, moved, savedSteps } from "@/lib/connections/chain/view";
import { answerOf } from "../../form/answer";
import { useTyped } from "../../form/use-typed";
import { Button } from "../../ui/button";
import { useToast } from "../../ui/toast";
import { WarnBar } from "../../ui/warn-bar";
import { ChainRow } from "./chain-row";
import { LOOKUP_WORDS } from "./chain-words";

type ChainEditorProps = { personId: string; steps: ChainStep[] };

const stepsOf = ({ steps }: { steps: ChainStep[] }) => steps;

/** The chain as an admin sets it: order, limits and what each step may fill; saved as a whole. */
export function ChainEditor({ personId, steps: saved }: ChainEditorProps) {
  // Fields keep what is typed by themselves, so that taking changes back makes them anew.
  const [round, setRound] = useState(0);
  const [wrong, setWrong] = useState<string | null>(null);
  const [spoken, setSpoken] = useState("");
  const [busy, start] = useTransition();
  const { say } = useToast();
  const {
    typed: steps,
    unsaved: changed,
    edit: setSteps,
    undo,
  } = useTyped({ what: "chain", personId }, { version: null, steps: saved }, stepsOf, () => {
    setRound((before) => before + 1);
    setWrong(null);
  });

  function change(id: string, part: Partial<ChainStep>) {
    setSteps((now) => now.map((step) => (step.id === id ? { ...step, ...part } : step)));
  }
  function move(step: ChainStep, place: number, by: -1 | 1) {
    setSteps((now) => moved(now, step.id, by));
    const lookup = LOOKUP_WORDS[step.lookup].toLowerCase();
    setSpoken(`${step.name}, ${lookup}, is now ${place + by} of ${steps.length}.`);
  }
  function save() {
    if (!changed) return say({ text: "Nothing was changed." });
    start(async () => {
      const outcome = await answerOf(() => saveChain({ steps: savedSteps(steps) }));
      setWrong(outcome.ok ? null : outcome.reason);
      if (outcome.ok) say({ text: "The chain is saved.", detail: "The next lead is asked so." });
    });
  }
  return (
    <>
      {wrong && <WarnBar lead="Not saved">{wrong} What you changed is still here.</WarnBar>}
      <ol aria-label="Enrichment chain" className="border-t border-line">
        {steps.map((step, index) => (
          <ChainRow
            key={`${step.id}:${round}`}
            step={step}
            place={index + 1}
            of={steps.length}
            onMove={(by) => move(step, index + 1, by)}
            onChange={(part) => change(step.id, part)}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {spoken}
      </p>
      <div className="flex items-center gap-2 py-3">
        <Button variant="primary" aria-disabled={busy || undefined} onClick={save}>
          {busy ? "Saving" : "Save the chain"}
        </Button>
        {changed && !busy && (
          <Button variant="bare" onClick={undo}>
            Undo changes
          </Button>
        )}
      </div>
    </>
  );
}
