import { describe, expect, it } from "vitest";
import type { Attempt, LoggedAttempt } from "./attempt";
import { attemptSender, type Unsent } from "./attempt-sender";

const call = (id: string, words = ""): Attempt => ({
  ...{ id, personId: "rep", handoffId: "h", leadName: "Astrid Holm" },
  ...{ kind: "call", result: "reached", words, madeAt: 1_000 },
});

/** A tab over a line that one can cut, with time that one moves by hand; `kept` outlives it. */
function aTab(kept = new Map<string, Attempt>()) {
  const line = { isCut: false };
  const posted: Attempt[] = [];
  const heard: { id: string; logged: LoggedAttempt | string }[] = [];
  let shown: readonly Unsent[] = [];
  let next: (() => void) | null = null;
  const sender = attemptSender({
    post: async (attempt) => {
      posted.push(attempt);
      if (line.isCut) return { answered: false, reason: "No connection." };
      const value = { first: true, givenOnTo: null };
      return { answered: true, outcome: { ok: true, value } };
    },
    keeper: {
      kept: () => [...kept.values()],
      keep: (attempt) => kept.set(attempt.id, attempt),
      forget: ({ id }) => kept.delete(id),
    },
    changed: (unsent) => {
      shown = unsent;
    },
    later: (run) => {
      next = run;
      return () => {
        next = null;
      };
    },
  });
  sender.listen(({ id }, outcome) =>
    heard.push({ id, logged: outcome.ok ? outcome.value : outcome.reason }),
  );
  sender.start();
  const settle = async () => {
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  const tick = async () => {
    next?.();
    await settle();
  };
  const shownWords = () => shown.map(({ attempt, problem }) => [attempt.id, problem]);
  return { sender, line, posted, heard, kept, settle, tick, shownWords };
}

describe("Q.2 an attempt is sent until it is answered", () => {
  it("goes at once where there is a network, and nothing is left of it", async () => {
    const { sender, heard, kept, settle, shownWords } = aTab();
    sender.log(call("a"));
    await settle();
    const logged = { first: true, givenOnTo: null };
    expect(heard).toEqual([{ id: "a", logged }]);
    expect(kept.size).toBe(0);
    expect(shownWords()).toEqual([]);
  });

  it("waits for the network beside others, says why, and goes again by itself", async () => {
    const { sender, line, posted, heard, settle, tick, shownWords } = aTab();
    line.isCut = true;
    sender.log(call("a", "Left word"));
    sender.log(call("b"));
    await settle();
    expect(shownWords()).toEqual([
      ["a", "No connection."],
      ["b", "No connection."],
    ]);
    await tick();
    line.isCut = false;
    await tick();
    expect(heard.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(new Set(posted.map(({ madeAt }) => madeAt))).toEqual(new Set([1_000]));
    expect(shownWords()).toEqual([]);
  });

  it("outlives the page that it was made on", async () => {
    const before = aTab();
    before.line.isCut = true;
    before.sender.log(call("a", "Left word"));
    await before.settle();
    before.sender.stop();
    const { heard, kept, settle } = aTab(before.kept);
    await settle();
    expect(heard.map(({ id }) => id)).toEqual(["a"]);
    expect(kept.size).toBe(0);
  });

  it("is not sent twice at a time, however often one presses", async () => {
    const { sender, posted, settle } = aTab();
    sender.log(call("a"));
    sender.log(call("a"));
    sender.flush();
    await settle();
    expect(posted).toHaveLength(1);
  });
});
