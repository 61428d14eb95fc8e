import { useEffect } from "react";
import { rowInSight } from "../table/held-row";

/** Rows that are kept behind the one that was left, for when that one has left the list. */
const BEHIND = 5;

/** A row that one was at; then those that one goes on with where it has left the list. */
export type KeptRow = {
  rows: readonly string[];
  /** How many rows stood above it: where one goes on where all those have left the list. */
  place: number;
};

/** The row that this entry of the browser's history was left at. */
export function keptRow(): KeptRow | undefined {
  const { rows, place = 0 } = history.state ?? {};
  return rows && { rows, place };
}

const placeOf = ({ dataset }: HTMLElement) => Number(dataset.index);

/** The row in sight, alone: others take its place while one reads on. */
export function rowToStayAt(): KeptRow {
  const row = rowInSight();
  return row?.dataset.row
    ? { rows: [row.dataset.row], place: placeOf(row) }
    : { rows: [], place: 0 };
}

function withThoseBehind(row: HTMLElement): string[] {
  const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>("tr[data-row]") ?? [])];
  const at = rows.indexOf(row);
  const behind = rows.slice(at + 1, at + 1 + BEHIND);
  const beside = behind.length > 0 ? behind : rows.slice(Math.max(at - 1, 0), at);
  return [row, ...beside].flatMap(({ dataset }) => dataset.row ?? []);
}

/**
 * Keeps with the entry of the browser's history which row one is at whenever one presses something, so
 * that Back finds it. Next keeps what stands there beside its own.
 */
export function useKeptRow(): void {
  useEffect(() => {
    function press({ target }: MouseEvent) {
      const pressed = target instanceof Element && target.closest<HTMLElement>("tr[data-row]");
      const row = pressed || rowInSight();
      const kept = row && { rows: withThoseBehind(row), place: placeOf(row) };
      history.replaceState({ ...history.state, rows: undefined, place: undefined, ...kept }, "");
    }
    // Before the press leads elsewhere.
    document.addEventListener("click", press, true);
    return () => document.removeEventListener("click", press, true);
  }, []);
}
