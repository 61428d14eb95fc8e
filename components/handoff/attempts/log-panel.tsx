"use client";

import { useEffect, useRef, useState } from "react";
import {
  ATTEMPT_KINDS,
  ATTEMPT_RESULTS,
  type AttemptKind,
  type AttemptResult,
  LONGEST_WORDS,
} from "@/lib/handoff/outcome";
import { keysOf } from "@/lib/platform/keys-of";
import { Choice } from "../../form/choice";
import { controlLook } from "../../form/control-look";
import { Button } from "../../ui/button";
import { keepWords, keptWords } from "../kept-words";
import { useAnswers, useAttempts } from "./attempts";
import { Corner } from "./corner";

type LogPanelProps = {
  handoffId: string;
  leadName: string;
  /** How the rep is trying now. */
  kind: AttemptKind;
  /** True where the rep asked for it, false where it only offers itself beside a call or a mail. */
  focused: boolean;
  onClose: () => void;
};

/**
 * Logs an attempt: one press of an outcome, words where one likes (Q.2). The first stops the clock.
 * Closes once that is logged, unless something was typed since.
 */
export function LogPanel({ handoffId, leadName, kind: given, focused, onClose }: LogPanelProps) {
  const [kind, setKind] = useState(given);
  const [words, setWords] = useState(() => keptWords(handoffId, "log"));
  const [restored] = useState(words !== "");
  const { unsent, log, flush } = useAttempts();
  const pressed = useRef<string>(undefined);
  const ours = unsent.filter(({ attempt }) => attempt.handoffId === handoffId);
  const sending = ours.some((one) => one.sending && !one.problem);
  const problem = ours.find((one) => one.problem)?.problem;
  useAnswers(handoffId, (attempt, { ok }) => {
    const isMine = attempt.id === pressed.current || (restored && words !== "");
    if (!ok || !isMine || attempt.words !== words) return;
    setWords("");
    onClose();
  });
  function press(result: AttemptResult) {
    const last = ours.find(({ attempt }) => attempt.id === pressed.current)?.attempt;
    // Pressed again while it waits, it is the same attempt.
    if (last?.kind === kind && last.result === result && last.words === words) return flush();
    pressed.current = log({ handoffId, leadName, kind, result, words });
  }
  const results = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (focused) results.current?.querySelector("button")?.focus();
  }, [focused]);
  return (
    <Corner title={`Log an attempt: ${leadName}`} onClose={onClose}>
      {problem && (
        <p role="alert" className="mb-2.5 text-small font-medium text-bad">
          {problem}
        </p>
      )}
      <Choice name="kind" label="How" options={ATTEMPT_KINDS} initial={kind} onChoose={setKind} />
      <fieldset ref={results} className="-mt-1 mb-3 min-w-0">
        <legend className="mb-1 text-small font-medium">What came of it: one press logs it</legend>
        <div className="flex flex-wrap gap-1.5">
          {keysOf(ATTEMPT_RESULTS).map((result, index) => (
            <Button
              key={result}
              kbd={`${index + 1}`}
              aria-disabled={sending || undefined}
              onClick={() => press(result)}
            >
              {ATTEMPT_RESULTS[result]}
            </Button>
          ))}
        </div>
      </fieldset>
      <label className="block text-small">
        <span className="mb-1 block font-medium">
          In your words <span className="font-normal text-faint">(optional)</span>
        </span>
        <textarea
          rows={2}
          value={words}
          maxLength={LONGEST_WORDS}
          onChange={(event) => {
            setWords(event.target.value);
            keepWords(handoffId, "log", event.target.value);
          }}
          className={controlLook}
        />
      </label>
      {restored && words !== "" && (
        <p className="mt-1 text-small text-soft">What you had typed was put back.</p>
      )}
    </Corner>
  );
}
