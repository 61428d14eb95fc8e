"use client";

import { GRACE_MINUTES_MOST, LONGEST_REASON } from "@/lib/standard/standard";
import { TextArea } from "../form/text-area";
import { TextInput } from "../form/text-input";
import { useDraft } from "./draft-desk";

/** From when the draft is to count, and why it is written. `earliest` is tomorrow. */
export function DraftTerms({ earliest }: { earliest: string }) {
  const { draft, error, write } = useDraft();
  return (
    <div className="[&>div:last-child]:mb-0">
      <TextInput
        name="effectiveOn"
        type="date"
        label="Takes effect on"
        hint={draft.effectiveOn ? undefined : "Without a day: as soon as both have signed."}
        optional
        min={earliest}
        value={draft.effectiveOn}
        error={error?.field === "effectiveOn" ? error.reason : undefined}
        onChange={(event) => write({ effectiveOn: event.target.value })}
      />
      <TextInput
        name="graceMinutes"
        type="number"
        inputMode="numeric"
        label="Grace time for the summary, in minutes"
        hint="How long an MQL waits for a person to write it. Then it goes out with the draft."
        min={0}
        max={GRACE_MINUTES_MOST}
        value={draft.graceMinutes}
        error={error?.field === "graceMinutes" ? error.reason : undefined}
        onChange={({ target }) => write({ graceMinutes: target.valueAsNumber || 0 })}
      />
      <TextArea
        name="reason"
        label="Why"
        optional
        rows={2}
        maxLength={LONGEST_REASON}
        value={draft.reason}
        onChange={(event) => write({ reason: event.target.value })}
      />
    </div>
  );
}
