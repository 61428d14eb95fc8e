"use client";

import { SCORE_PARTS } from "@/lib/scoring/score-entry";
import { CheckBox } from "../../form/check-box";
import { Section } from "../../ui/section";
import { useModel } from "./model-desk";

const LABELS = {
  total: "Total",
  fit: "Fit",
  intent: "Intent",
  behavior: "Behavior",
} as const;

/** Which numbers count as the marketing automation platform has them. */
export function ModelTaken() {
  const { typed, edit } = useModel();
  const { taken } = typed;
  return (
    <Section title="Taken from the MAP" className="mb-6">
      <fieldset className="flex flex-wrap gap-x-6">
        <legend className="sr-only">Numbers taken from the MAP</legend>
        {SCORE_PARTS.map((part) => (
          <CheckBox
            key={part}
            label={LABELS[part]}
            checked={taken.includes(part)}
            onChange={({ target }) =>
              edit((before) => ({
                ...before,
                taken: SCORE_PARTS.filter((one) =>
                  one === part ? target.checked : before.taken.includes(one),
                ),
              }))
            }
          />
        ))}
      </fieldset>
      <p className="mt-1 text-small text-faint">
        Where it has sent the number, from 0 to 100; elsewhere the model’s counts. Both are kept.
      </p>
    </Section>
  );
}
