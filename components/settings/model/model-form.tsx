"use client";

import { useRef } from "react";
import { withRule } from "@/lib/scoring/model/settings-draft";
import { Button } from "../../ui/button";
import { Section } from "../../ui/section";
import { ModelCuration } from "./model-curation";
import { useModel } from "./model-desk";
import { ModelTiming, ModelWeights } from "./model-numbers";
import { ModelRule } from "./model-rule";
import { ModelTaken } from "./model-taken";

/** The rules as rows to edit, add, remove and reorder. */
function Rules() {
  const { typed, errors, edit } = useModel();
  const list = useRef<HTMLOListElement>(null);
  function add() {
    edit(withRule);
    requestAnimationFrame(() => list.current?.querySelector("input")?.focus());
  }
  return (
    <Section title="Rules" aside="An activity counts for the first rule it meets" className="mb-6">
      <Button className="mb-3" onClick={add}>
        Add a rule
      </Button>
      <ol ref={list} aria-label="Rules">
        {typed.rules.map(({ id }, index) => (
          <ModelRule key={id} index={index} />
        ))}
      </ol>
      {errors.rules && (
        <p role="alert" className="mt-2 text-small font-medium text-bad">
          {errors.rules}
        </p>
      )}
    </Section>
  );
}

/** The whole model but the ICP, to be edited. */
export function ModelForm() {
  return (
    <>
      <ModelWeights />
      <Rules />
      <ModelTiming />
      <ModelTaken />
      <ModelCuration />
    </>
  );
}
