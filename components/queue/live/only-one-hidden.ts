const LOCK = "baton-hidden-watch";
const PATIENCE_MS = 1_000;

/**
 * A browser has six connections to a server, and each stream keeps one. Tabs in sight each have
 * theirs; of those out of sight one goes on hearing, so that it can notify. Answers how to stop.
 */
export function onlyOneHidden(resume: () => void, pause: () => void): () => void {
  let turn: AbortController | undefined;
  let paused = false;
  const wake = () => {
    if (paused) resume();
    paused = false;
  };
  function change() {
    turn?.abort();
    turn = undefined;
    if (document.visibilityState === "visible") return wake();
    if (!navigator.locks) return;
    const mine = new AbortController();
    turn = mine;
    const { signal } = mine;
    // Whoever has no turn by then waits for it without a connection.
    const without = setTimeout(() => {
      paused = true;
      pause();
    }, PATIENCE_MS);
    signal.addEventListener("abort", () => clearTimeout(without));
    const hold = () => {
      clearTimeout(without);
      wake();
      return new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
    };
    navigator.locks.request(LOCK, { signal }, hold).catch(() => {});
  }
  document.addEventListener("visibilitychange", change);
  change();
  return () => {
    document.removeEventListener("visibilitychange", change);
    turn?.abort();
  };
}
