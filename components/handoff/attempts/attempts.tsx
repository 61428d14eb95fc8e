"use client";

import { useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
} from "react";
import { ATTEMPT_KINDS, ATTEMPT_RESULTS } from "@/lib/handoff/outcome";
import { useToast } from "../../ui/toast";
import { WarnBar } from "../../ui/warn-bar";
import { keepWords, keptWords } from "../kept-words";
import type { Attempt } from "./attempt";
import { attemptSender, type Heard, type Unsent } from "./attempt-sender";
import { forgetAttempt, keepAttempt, keptAttempts } from "./kept-attempts";
import { postAttempt } from "./post-attempt";

type AttemptsApi = {
  unsent: readonly Unsent[];
  /** Sends an attempt, now and until it is answered; answers its id. */
  log: (given: Omit<Attempt, "id" | "personId" | "madeAt">) => string;
  /** Sends at once what waits. */
  flush: () => void;
  listen: (heard: Heard) => () => void;
};

const Context = createContext<AttemptsApi | null>(null);

/** The attempts that this tab sends. Inside Attempts only. */
export function useAttempts(): AttemptsApi {
  const attempts = useContext(Context);
  if (!attempts) throw new Error("There is no Attempts around this.");
  return attempts;
}

/** Calls back with each answer to an attempt of this handoff. */
export function useAnswers(handoffId: string, on: Heard): void {
  const { listen } = useAttempts();
  const heard = useEffectEvent(on);
  useEffect(
    () => listen((attempt, ...said) => attempt.handoffId === handoffId && heard(attempt, ...said)),
    [handoffId, listen],
  );
}

const wordsOf = ({ kind, result }: Attempt) =>
  `${ATTEMPT_KINDS[kind].toLowerCase()}, ${ATTEMPT_RESULTS[result].toLowerCase()}`;

type AttemptsProps = { personId: string; children: ReactNode };

/** Sends a person's attempts whatever page is open, says how they stand, and what became of them. */
export function Attempts({ personId, children }: AttemptsProps) {
  const [unsent, setUnsent] = useState<readonly Unsent[]>([]);
  const sender = useMemo(
    () =>
      attemptSender({
        post: postAttempt,
        keeper: { kept: () => keptAttempts(personId), keep: keepAttempt, forget: forgetAttempt },
        changed: setUnsent,
        later: (run, ms) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
      }),
    [personId],
  );
  const heard = useEffectEvent(useHeard());
  useEffect(() => {
    const leave = sender.listen((...said) => heard(...said));
    sender.start();
    // A browser does not notice each break, nor that somebody signed in again elsewhere.
    addEventListener("online", sender.flush);
    addEventListener("focus", sender.flush);
    return () => {
      leave();
      sender.stop();
      removeEventListener("online", sender.flush);
      removeEventListener("focus", sender.flush);
    };
  }, [sender]);
  const api = useMemo<AttemptsApi>(
    () => ({
      unsent,
      log: (given) => {
        const id = crypto.randomUUID();
        sender.log({ ...given, id, personId, madeAt: Date.now() });
        return id;
      },
      flush: sender.flush,
      listen: sender.listen,
    }),
    [unsent, sender, personId],
  );
  return (
    <Context value={api}>
      {children}
      <Waiting unsent={unsent} />
    </Context>
  );
}

/** Says what became of an attempt; words that it did not take along stay. */
function useHeard(): Heard {
  const { say } = useToast();
  const router = useRouter();
  return (attempt, outcome) => {
    const { handoffId, leadName, words } = attempt;
    const typed = keptWords(handoffId, "log");
    if (!outcome.ok) {
      if (!typed) keepWords(handoffId, "log", words);
      const detail = `${leadName}: ${outcome.reason}`;
      say({ text: `Not logged: ${wordsOf(attempt)}.`, detail, tone: "bad" });
      return;
    }
    if (typed === words) keepWords(handoffId, "log", "");
    const { first, givenOnTo } = outcome.value;
    // Its page may be closed by now: it asks when it is opened again.
    if (first) keepWords(handoffId, "question", "asked");
    const detail = [
      `For ${leadName}.`,
      givenOnTo ? `${givenOnTo} has this lead now, and sees it.` : "",
      typed && typed !== words ? "What you typed since is still in the log." : "",
    ].filter(Boolean);
    say({ text: `Logged: ${wordsOf(attempt)}.`, detail: detail.join(" ") });
    router.refresh();
  };
}

/** Says how high the bar is: messages stand above it, whatever else is in their corner. */
function tellHeight(bar: HTMLElement | null) {
  if (!bar) return;
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => {
    const { height } = bar.getBoundingClientRect();
    style.setProperty("--waiting-bar", height > 0 ? `${height + 8}px` : "0px");
  });
  observer.observe(bar);
  return () => {
    observer.disconnect();
    style.removeProperty("--waiting-bar");
  };
}

/** How attempts stand that could not be sent yet, in sight on every page. */
function Waiting({ unsent }: { unsent: readonly Unsent[] }) {
  const waiting = unsent.filter(({ problem }) => problem);
  const [{ problem } = {}] = waiting;
  return (
    <div
      ref={tellHeight}
      role="status"
      className="fixed right-4 bottom-[max(calc(72px+env(safe-area-inset-bottom)),calc(12px+var(--row-bar,0px)))] left-4 z-20 sm:right-auto sm:max-w-[420px] md:bottom-[calc(20px+var(--row-bar,0px))] md:left-[224px] print:hidden"
    >
      {problem && (
        <WarnBar
          tone="warn"
          lead={
            waiting.length === 1
              ? "1 attempt not sent yet"
              : `${waiting.length} attempts not sent yet`
          }
        >
          {waiting.map(({ attempt }) => `${attempt.leadName}: ${wordsOf(attempt)}. `)}
          {problem}
        </WarnBar>
      )}
    </div>
  );
}
