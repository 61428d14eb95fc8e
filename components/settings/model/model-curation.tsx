"use client";

import {
  CURATION_CONTROLS,
  CURATION_KEYS,
  type CurationKey,
} from "@/lib/scoring/model/curation-draft";
import { Section } from "../../ui/section";
import { RowControl } from "../row-control";
import { useModel } from "./model-desk";

function Weight({ of }: { of: CurationKey }) {
  const { typed, errors, edit } = useModel();
  return (
    <RowControl
      label={CURATION_CONTROLS[of]}
      value={typed.curation[of]}
      onType={(text) =>
        edit((before) => ({ ...before, curation: { ...before.curation, [of]: text } }))
      }
      error={errors[`curation.${of}`]}
      numeric
    />
  );
}

/** What makes a touchpoint significant enough for the trail (C3.8). */
export function ModelCuration() {
  const { errors } = useModel();
  const isWrong = Object.keys(errors).some((place) => place.startsWith("curation"));
  return (
    <Section title="The trail" className="mb-6">
      <details open={isWrong || undefined}>
        <summary className="opens">What makes a touchpoint significant</summary>
        <div className="grid grid-cols-1 items-end gap-3 pt-2 sm:grid-cols-3">
          {CURATION_KEYS.map((key) => (
            <Weight key={key} of={key} />
          ))}
        </div>
      </details>
      <p className="mt-1 text-small text-faint">
        The three to five that say most are shown to the rep. A 0 keeps a kind out of the trail.
      </p>
    </Section>
  );
}
