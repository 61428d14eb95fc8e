import type { ImportRun } from "./run";

/** A run that has not moved for this long is not being worked on, in milliseconds. */
const STILL = 60_000;

/** Where an import stands; `interrupted` says running, but nobody has worked on it for a minute. */
type ImportState = "running" | "interrupted" | "done" | "failed";

/** An import's progress, as the page asks for it once a second. Sizes in bytes, counts in rows. */
export type ImportProgress = {
  state: ImportState;
  failure: string | null;
  bytes: number;
  bytesRead: number;
  rowsRead: number;
  new: number;
  changed: number;
  unchanged: number;
  refused: number;
};

/** Where a run stands at `now`. */
export function importState(
  { state, updatedAt }: Pick<ImportRun, "state" | "updatedAt">,
  now: Date,
): ImportState {
  const still = state === "running" && now.getTime() - updatedAt.getTime() > STILL;
  return still ? "interrupted" : state;
}

/** A run as its page asks for it at `now`. */
export function importProgress(run: ImportRun, now: Date): ImportProgress {
  return {
    state: importState(run, now),
    failure: run.failure,
    bytes: run.bytes,
    bytesRead: run.bytesRead,
    rowsRead: run.rowsRead,
    new: run.rowsNew,
    changed: run.rowsChanged,
    unchanged: run.rowsUnchanged,
    refused: run.rowsRefused,
  };
}
