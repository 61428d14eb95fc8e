"use client";

import { SUMMARY_SENTENCES, sentenceCount } from "@/lib/documentation/sentences";
import { controlLook } from "../../form/control-look";
import { useCommandKey } from "../../shell/command-key";
import { Button } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import { Section } from "../../ui/section";
import { OthersHere } from "./others-here";
import { useScriptsAtWork } from "./scripts-at-work";
import { useServedSelection } from "./served-selection";
import { SummaryConflict } from "./summary-conflict";
import { useSummary } from "./summary-desk";
import { SummaryNotice } from "./summary-notice";
import type { SummaryState } from "./summary-state";

function SentenceCount({ text }: { text: string }) {
  const count = sentenceCount(text);
  const words = count === 1 ? "1 sentence" : `${count} sentences`;
  return count > SUMMARY_SENTENCES ? (
    <span className="text-warn">{words}, a rep reads three</span>
  ) : (
    <span className="num">{words}</span>
  );
}

function whyNotSaved({ text, base }: SummaryState, dirty: boolean): string | undefined {
  if (text.trim() === "") return "Write at least one sentence first.";
  return base.version > 0 && !dirty ? "Nothing was changed since the last version." : undefined;
}

/** Two to three sentences for the rep (C3.9, O.2): from the draft, kept as one types. */
export function SummaryEditor({ draft }: { draft: string | null }) {
  const { state, dirty, error, pending, field, write, writeOn, save } = useSummary();
  const commandKey = useCommandKey();
  const atWork = useScriptsAtWork();
  useServedSelection(field);
  const { text, base } = state;
  const approves = base.version === 0 && !dirty && draft !== null;
  const idle = whyNotSaved(state, dirty);
  return (
    <Section
      title="Summary"
      aside={
        <>
          <SentenceCount text={text} />
          <Button variant="bare" kbd="T" className="-my-2 -mr-2 ml-1 px-2" onClick={writeOn}>
            Type
          </Button>
        </>
      }
    >
      <OthersHere />
      <SummaryConflict />
      <textarea
        ref={field}
        aria-label="Summary"
        aria-describedby="summary-state"
        aria-invalid={error ? true : undefined}
        value={text}
        // React puts the served text over whatever was typed before it was at work.
        readOnly={!atWork}
        rows={5}
        onChange={(event) => write(event.target.value)}
        placeholder="What is this lead after, and what keeps coming up?"
        className={classNames(
          controlLook,
          "field-sizing-content max-h-[50vh] min-h-34 resize-y px-3.5 py-3 text-reading/6",
        )}
      />
      {error && (
        <p role="alert" className="mt-1.5 text-small font-medium text-bad">
          {error}
        </p>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button
          kbd={`${commandKey} S`}
          disabledReason={idle}
          aria-disabled={pending || undefined}
          onClick={() => !pending && save()}
        >
          {approves ? "Approve draft" : "Save"}
        </Button>
        {draft !== null && text !== draft && (
          <Button variant="bare" onClick={() => write(draft)}>
            Back to the draft
          </Button>
        )}
        <SummaryNotice />
      </div>
    </Section>
  );
}
