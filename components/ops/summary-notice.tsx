"use client";

import { Button } from "../ui/button";
import { useSummary } from "./summary-desk";

/** Where the text stands: a draft, kept in this browser, or saved. */
export function SummaryNotice() {
  const { state, current, dirty, pending, settle } = useSummary();
  const { base, restoredAt } = state;
  const words = pending
    ? "Saving"
    : dirty && restoredAt
      ? "Your unsaved text was put back."
      : dirty
        ? "Not saved yet, kept in this browser."
        : base.version === 0
          ? base.text
            ? "A draft made of the trail. Nobody approved it yet."
            : "Nothing is known to draft from."
          : `Version ${base.version}${base.author ? ` by ${base.author}` : ""} is in force.`;
  return (
    <div className="flex flex-wrap items-center gap-x-2 text-small text-faint">
      <p id="summary-state" role="status">
        {words}
      </p>
      {dirty && restoredAt && current.version === base.version && (
        <Button variant="bare" className="px-1.5" onClick={() => settle("theirs")}>
          Drop it
        </Button>
      )}
    </div>
  );
}
