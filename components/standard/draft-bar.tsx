"use client";

import { formatCount } from "@/lib/platform/format-number";
import { Button } from "../ui/button";
import { useDraft } from "./draft-desk";

/** What is not saved yet, always in sight while there is any. */
export function DraftBar({ locale }: { locale: string }) {
  const { unsaved, error, conflict, pending, save, undo } = useDraft();
  if (unsaved === 0) return null;
  return (
    <div className="sticky bottom-[calc(64px+env(safe-area-inset-bottom))] z-20 mt-4 flex flex-wrap items-center gap-2 rounded-box border border-line-strong bg-surface py-2 pr-2 pl-3.5 md:bottom-4 print:hidden">
      <p role="status" className="mr-auto min-w-0 text-small">
        <span className="font-medium">
          {formatCount(unsaved, "change is not saved", "changes are not saved", locale)}
        </span>
        {error && !conflict && <span className="block text-bad">{error.reason}</span>}
      </p>
      <Button variant="bare" onClick={undo}>
        Undo all
      </Button>
      <Button
        variant="primary"
        aria-disabled={pending || undefined}
        disabledReason={conflict ? "Choose first what becomes of the other revision." : undefined}
        onClick={() => !pending && save()}
      >
        {pending ? "Saving" : "Save the draft"}
      </Button>
    </div>
  );
}
