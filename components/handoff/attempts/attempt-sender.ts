import type { Outcome } from "@/lib/access/outcome";
import type { Attempt, AttemptAnswer, LoggedAttempt } from "./attempt";

/** An attempt that nobody answered yet. `problem`: why, once a try went wrong. */
export type Unsent = { attempt: Attempt; sending: boolean; problem?: string };

export type Heard = (attempt: Attempt, outcome: Outcome<LoggedAttempt>) => void;

type SenderParts = {
  post: (attempt: Attempt) => Promise<AttemptAnswer>;
  /** Where attempts outlive the page. */
  keeper: {
    kept: () => readonly Attempt[];
    keep: (attempt: Attempt) => void;
    forget: (attempt: Attempt) => void;
  };
  changed: (unsent: readonly Unsent[]) => void;
  /** Runs something later, in milliseconds; answers what cancels it. */
  later: (run: () => void, ms: number) => () => void;
};

/** How long after a try without an answer the next one comes. */
const AGAIN_MS = 3_000;

/**
 * Sends attempts until each is answered, whatever page is open by then: over a network that went, a
 * session that ended and a page that was loaded anew. One that is sent twice is logged once.
 */
export function attemptSender({ post, keeper, changed, later }: SenderParts) {
  let unsent: readonly Unsent[] = [];
  let stopped = true;
  let cancel = () => {};
  const listeners = new Set<Heard>();

  const find = (id: string) => unsent.find(({ attempt }) => attempt.id === id);
  function put(id: string, one: Unsent | null) {
    const at = unsent.findIndex(({ attempt }) => attempt.id === id);
    const rest = one ? [one] : [];
    unsent = at < 0 ? [...unsent, ...rest] : unsent.toSpliced(at, 1, ...rest);
    if (!stopped) changed(unsent);
  }

  async function send(attempt: Attempt): Promise<void> {
    const before = find(attempt.id);
    if (before?.sending) return;
    put(attempt.id, { ...before, attempt, sending: true });
    const answer = await post(attempt);
    if (!answer.answered) {
      put(attempt.id, { attempt, sending: false, problem: answer.reason });
      cancel();
      if (!stopped) cancel = later(flush, AGAIN_MS);
      return;
    }
    put(attempt.id, null);
    keeper.forget(attempt);
    for (const heard of listeners) heard(attempt, answer.outcome);
  }

  function flush(): void {
    for (const { attempt } of unsent) void send(attempt);
  }

  return {
    flush,
    /** Sends an attempt, now and until it is answered. */
    log(attempt: Attempt) {
      keeper.keep(attempt);
      void send(attempt);
    },
    /** Calls back with each answer; stops with what it answers. */
    listen(heard: Heard): () => void {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    /** Begins, with what was left over from before. */
    start() {
      stopped = false;
      changed(unsent);
      for (const attempt of keeper.kept()) {
        if (!find(attempt.id)) put(attempt.id, { attempt, sending: false });
      }
      flush();
    },
    stop() {
      stopped = true;
      cancel();
    },
  };
}
