"use client";

import { Button } from "../../ui/button";
import { useUnsaved } from "../unsaved-desk";
import type { Standing } from "../unsaved-sender";
import { useSummary } from "./summary-desk";

/** Where unsaved text is. */
const KEPT: Readonly<Record<Standing, string>> = {
  sent: "Not saved yet, kept on the server.",
  sending: "Not saved yet, kept on this computer.",
  waiting: "Saved on this computer, not yet on the server.",
  "signed out":
    "You are signed out. Your text is saved on this computer, and on the server once you sign in.",
};

/** Where the text stands: a draft, kept for the writer alone, or saved. */
export function SummaryNotice() {
  const { state, current, dirty, pending, settle } = useSummary();
  const { standing } = useUnsaved();
  const { base, restoredAt } = state;
  const arrived = standing === "sent" || standing === "sending";
  const words = pending
    ? "Saving"
    : dirty && restoredAt && arrived
      ? "Your unsaved text was put back."
      : dirty
        ? KEPT[standing]
        : base.version === 0
          ? base.text
            ? "A draft made of the trail. Nobody approved it yet."
            : "Nothing is known to draft from."
          : `Version ${base.version}${base.author ? ` by ${base.author}` : ""} is in force.`;
  return (
    <div className="flex flex-wrap items-center gap-x-2 text-small text-faint">
      <p id="summary-state" role="status" className={arrived ? "" : "text-warn"}>
        {words}
      </p>
      {standing === "signed out" && (
        <a href="/sign-in" target="_blank" rel="noreferrer" className="text-accent underline">
          Sign in, in another tab
        </a>
      )}
      {dirty && restoredAt && current.version === base.version && (
        <Button variant="bare" className="px-1.5" onClick={() => settle(current.text)}>
          Drop it
        </Button>
      )}
    </div>
  );
}
