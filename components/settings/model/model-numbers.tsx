"use client";

import type { ModelNumbers } from "@/lib/scoring/model/settings-draft";
import { Section } from "../../ui/section";
import { RowControl } from "../row-control";
import { useModel, useNumber } from "./model-desk";

type NumberOfProps = { name: keyof ModelNumbers; label: string; at: string };

function NumberOf({ name, label, at }: NumberOfProps) {
  return <RowControl label={label} {...useNumber(name, at)} numeric />;
}

/** How fit, intent and behavior make the total, and from where on a lead is an MQL. */
export function ModelWeights() {
  const { errors } = useModel();
  return (
    <Section title="Combination" className="mb-6">
      <div className="grid max-w-2xl grid-cols-2 items-start gap-3 sm:grid-cols-4">
        <NumberOf name="fit" label="Fit, in %" at="weights.fit" />
        <NumberOf name="intent" label="Intent, in %" at="weights.intent" />
        <NumberOf name="behavior" label="Behavior, in %" at="weights.behavior" />
        <NumberOf name="threshold" label="An MQL from" at="threshold" />
      </div>
      {errors.weights && (
        <p role="alert" className="mt-2 text-small font-medium text-bad">
          {errors.weights}
        </p>
      )}
      <p className="mt-2 text-small text-faint">
        Each of the three is a score from 0 to 100; weighed together they make the total.
      </p>
    </Section>
  );
}

/** What counts as one visit, what repetition is worth, and when a change is more than noise. */
export function ModelTiming() {
  return (
    <>
      <Section title="Repetition" className="mb-6">
        <div className="grid max-w-xl grid-cols-2 items-start gap-3">
          <NumberOf name="repetition" label="Each further visit earns, in %" at="repetition" />
          <NumberOf name="visitMinutes" label="One visit within, in minutes" at="visitMinutes" />
        </div>
      </Section>
      <Section title="Trend" className="mb-6">
        <div className="grid max-w-xl grid-cols-3 items-end gap-3">
          <NumberOf name="windowDays" label="Over, in days" at="trend.windowDays" />
          <NumberOf name="deadBand" label="Stable below, in points" at="trend.deadBand" />
          <NumberOf name="historyDays" label="Drawn over, in days" at="trend.historyDays" />
        </div>
      </Section>
    </>
  );
}
