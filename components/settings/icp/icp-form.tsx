"use client";

import { useRef } from "react";
import { pointsOfDraft, withCriterion } from "@/lib/scoring/icp/icp-draft";
import { MOST_POINTS } from "@/lib/scoring/model/model-input";
import { Button } from "../../ui/button";
import { Section } from "../../ui/section";
import { RowControl } from "../row-control";
import { IcpCriterion } from "./icp-criterion";
import { useIcp } from "./icp-desk";

/** The criteria as rows to edit, add, remove and reorder. */
function Criteria() {
  const { draft, errors, edit } = useIcp();
  const list = useRef<HTMLOListElement>(null);
  function add() {
    edit(withCriterion);
    requestAnimationFrame(() => list.current?.lastElementChild?.querySelector("input")?.focus());
  }
  return (
    <Section
      title="Criteria"
      aside={`Points add up to ${pointsOfDraft(draft)} of ${MOST_POINTS}`}
      className="mb-6"
    >
      <ol ref={list}>
        {draft.criteria.map(({ id }, index) => (
          <IcpCriterion key={id} index={index} />
        ))}
      </ol>
      {errors.criteria && (
        <p role="alert" className="mt-2 text-small font-medium text-bad">
          {errors.criteria}
        </p>
      )}
      <Button className="mt-3" onClick={add}>
        Add a criterion
      </Button>
      <p className="mt-2 text-small text-faint">
        Words are whole words; <code>logistic*</code> stands for every word that begins so. What is
        not known of a company earns nothing and costs nothing.
      </p>
    </Section>
  );
}

/** Where tiers begin. */
function Tiers() {
  const { draft, errors, edit } = useIcp();
  return (
    <Section title="Tiers" className="mb-6">
      <div className="grid max-w-md grid-cols-2 gap-3">
        <RowControl
          label="Tier 1 from"
          value={draft.one}
          onType={(one) => edit((before) => ({ ...before, one }))}
          error={errors["tiers.one"]}
          numeric
        />
        <RowControl
          label="Tier 2 from"
          value={draft.two}
          onType={(two) => edit((before) => ({ ...before, two }))}
          error={errors["tiers.two"]}
          numeric
        />
      </div>
      <p className="mt-2 text-small text-faint">Points out of 100. Below is tier 3.</p>
    </Section>
  );
}

/** The whole ICP, to be edited by an admin. */
export function IcpForm() {
  return (
    <>
      <Criteria />
      <Tiers />
    </>
  );
}
