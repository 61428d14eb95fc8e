"use client";

import { Section } from "../ui/section";
import { RoutingChoice } from "./routing-choice";
import { useRouting } from "./routing-desk";

/** Who gets what no rule gives to anybody: a rep, whatever hinders them. */
export function RoutingFallback({ people }: { people: readonly { id: string; name: string }[] }) {
  const { draft, edit, errorOf } = useRouting();
  const options = Object.fromEntries([
    ["", "Nobody in particular: whoever can take it"],
    ...people.map(({ id, name }) => [id, name]),
  ]) as Record<string, string>;
  return (
    <Section title="Fallback" className="mb-6">
      <div className="max-w-sm">
        <RoutingChoice
          label="Where no rule finds anybody"
          value={draft.fallbackId in options ? draft.fallbackId : ""}
          options={options}
          onChoose={(fallbackId) => edit((before) => ({ ...before, fallbackId }))}
          error={errorOf("fallbackId")}
        />
      </div>
      <p className="mt-2 text-small text-faint">
        Whom you name gets the lead even while they are away, and marketing ops and managers are
        told. Without a name a lead waits while everybody is away.
      </p>
    </Section>
  );
}
