"use client";

import { useEffect, useRef, useState } from "react";
import { ATTEMPT_KINDS, ATTEMPT_RESULTS, type AttemptKind } from "@/lib/handoff/outcome";
import { keysOf } from "@/lib/platform/keys-of";
import { Choice } from "../form/choice";
import { controlLook } from "../form/control-look";
import { Button } from "../ui/button";
import { Corner } from "./corner";
import { keepWords, keptWords } from "./kept-words";
import type { LoggedAttempt } from "./send-attempt";
import { useLog } from "./use-log";

type LogPanelProps = {
  handoffId: string;
  /** How the rep is trying now. */
  kind: AttemptKind;
  /** True where the rep asked for it, false where it only offers itself beside a call or a mail. */
  focused: boolean;
  onLogged: (logged: LoggedAttempt) => void;
  onClose: () => void;
};

/** Logs an attempt: one press of an outcome, words where one likes (Q.2). The first stops the clock. */
export function LogPanel({ handoffId, kind: given, focused, onLogged, onClose }: LogPanelProps) {
  const [kind, setKind] = useState(given);
  const [words, setWords] = useState(() => keptWords(handoffId, "log"));
  const [restored] = useState(words !== "");
  const { log, sending, problem } = useLog(handoffId, (logged) => {
    setWords("");
    onLogged(logged);
  });
  const results = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (focused) results.current?.querySelector("button")?.focus();
  }, [focused]);
  return (
    <Corner title="Log an attempt" onClose={onClose}>
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
              onClick={() => void log({ kind, result, words })}
            >
              {ATTEMPT_RESULTS[result]}
            </Button>
          ))}
        </div>
      </fieldset>
      <label className="block text-small">
        <span className="mb-1 block font-medium">
          In your words <span className="font-normal text-faint">optional</span>
        </span>
        <textarea
          rows={2}
          value={words}
          maxLength={2000}
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
