/**
 * Calls `work` once when this script is to end: by a signal, or because whoever started it is
 * gone. Signals repeat themselves (a terminal and npm both send them), so later ones are ignored.
 */
export function onEnding(work: () => Promise<void>): void {
  let ending = false;
  const end = (code: number) => {
    if (ending) return;
    ending = true;
    work().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", () => end(130));
  process.on("SIGTERM", () => end(143));
  process.on("SIGHUP", () => end(129));
  process.once("disconnect", () => end(143));
}
