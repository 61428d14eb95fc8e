import type { ImportView } from "@/lib/intake/imports/run";
import { importState } from "@/lib/intake/imports/view";
import { formatExact, formatMoment, type Reader } from "@/lib/platform/format";
import { formatCount, formatNumber, formatPercent } from "@/lib/platform/format-number";
import { capitalised } from "@/lib/platform/shown-text";

/** An import as the list shows it; every text is ready to be printed. */
export type ImportLine = {
  id: string;
  fileName: string;
  what: string;
  at: string;
  exact: string;
  by: string;
  state: string;
  taken: string;
  /** "3 refused", or null where none was. */
  refused: string | null;
  /** It stopped before its end. */
  stopped: boolean;
};

const STATES = { running: "Running", interrupted: "Interrupted", done: "Done", failed: "Stopped" };

export function importLine(run: ImportView, reader: Reader, now: Date): ImportLine {
  const { locale } = reader;
  const state = importState(run, now);
  const share = run.bytes === 0 ? 1 : run.bytesRead / run.bytes;
  return {
    id: run.id,
    fileName: run.fileName,
    what: capitalised(run.target),
    at: formatMoment(run.startedAt, reader, now),
    exact: formatExact(run.startedAt, reader),
    by: run.startedBy ?? "Command line",
    state: state === "running" ? formatPercent(share, locale) : STATES[state],
    taken: takenWords(run, locale),
    refused: run.rowsRefused > 0 ? `${formatNumber(run.rowsRefused, locale)} refused` : null,
    stopped: state === "failed" || state === "interrupted",
  };
}

/** "8,000 new, 12 unchanged"; what is zero goes unsaid. */
function takenWords(run: ImportView, locale: string): string {
  const parts = [
    [run.rowsNew, "new"],
    [run.rowsChanged, "changed"],
    [run.rowsUnchanged, "unchanged"],
  ] as const;
  const told = parts
    .filter(([rows]) => rows > 0)
    .map(([rows, word]) => `${formatNumber(rows, locale)} ${word}`);
  return told.join(", ") || (run.rowsRead === 0 ? formatCount(0, "row", "rows", locale) : "");
}
