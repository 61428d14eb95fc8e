"use client";

import { Button } from "../ui/button";
import { useDraft } from "./draft-desk";

/** Two people wrote: both revisions stand, and one chooses (O.3's rule, for the standard). */
export function DraftConflictNotice() {
  const { conflict, settle } = useDraft();
  if (!conflict) return null;
  const { theirs, changes, both } = conflict;
  return (
    <div role="alert" className="mb-3 rounded-box bg-warn-wash px-3.5 py-2.5 forced-colors:border">
      <p className="font-medium text-warn">
        {theirs.savedBy} saved revision {theirs.revision} meanwhile. What you wrote is still here.
      </p>
      <ul className="my-1.5 list-disc pl-5 text-small">
        {changes.map(({ text }) => (
          <li key={text} className="wrap-anywhere">
            {text}
          </li>
        ))}
        {changes.length === 0 && <li>Only the day or the reason differ.</li>}
      </ul>
      {both.length > 0 && (
        <p className="mb-1.5 text-small">
          You both changed {both.length === 1 ? "one thing" : "the same things"}. Yours would be:{" "}
          {both.map(({ text }) => text).join("; ")}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => settle("mine")}>Put mine on top</Button>
        <Button onClick={() => settle("theirs")}>Take theirs</Button>
      </div>
    </div>
  );
}
