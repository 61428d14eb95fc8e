"use client";

import { measureAgain } from "@/lib/audit/findings/actions";
import { VerbButton } from "../../form/verb-button";

/** Counts a finding anew; where the rate has really moved it closes. */
export function MeasureButton({ findingId, label }: { findingId: string; label: string }) {
  return (
    <VerbButton
      verb={() => measureAgain({ findingId })}
      label="Measure again"
      busy="Measuring"
      said={({ moved }) =>
        moved
          ? { text: `Closed: ${label}.`, detail: "The rate has really moved." }
          : { text: `Still open: ${label}.`, detail: "That may be chance." }
      }
      refused={`Not measured: ${label}.`}
    >
      <span className="sr-only">: {label}</span>
    </VerbButton>
  );
}
