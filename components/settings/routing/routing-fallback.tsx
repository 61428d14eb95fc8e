"use client";

import { Section } from "../../ui/section";
import { RoutingChoice } from "./routing-choice";
import { useRouting } from "./routing-desk";

type RoutingFallbackProps = {
  people: readonly { id: string; name: string }[];
  /** Who stands in while nobody is named; null where somebody is, and where no rep has access. */
  standsIn: string | null;
};

/** Who gets what no rule gives to anybody: a rep, whatever hinders them where nobody else can take it. */
export function RoutingFallback({ people, standsIn }: RoutingFallbackProps) {
  const { draft, edit, errorOf } = useRouting();
  const isNamed = people.some(({ id }) => id === draft.fallbackId);
  const options = Object.fromEntries([
    ...(isNamed ? [] : [["", "Choose a rep"]]),
    ...people.map(({ id, name }) => [id, name]),
  ]) as Record<string, string>;
  return (
    <Section title="Fallback" className="mb-6">
      <div className="max-w-sm">
        <RoutingChoice
          label="Where no rule finds anybody"
          value={isNamed ? draft.fallbackId : ""}
          options={options}
          onChoose={(fallbackId) => edit((before) => ({ ...before, fallbackId }))}
          error={errorOf("fallbackId")}
        />
      </div>
      <p className="mt-2 text-small text-faint">
        While they are away or have as many leads as allowed, whoever can take a lead gets it; where
        nobody can, they get it all the same, until somebody can. Marketing ops and managers are
        told.
        {standsIn && ` Until you choose somebody, ${standsIn} stands in.`}
      </p>
    </Section>
  );
}
