import { useEffect } from "react";
import { rowInSight } from "../table/held-row";

/** Rows that are kept behind the one that was left, for when that one has left the list. */
const BEHIND = 5;

/**
 * The row that this entry of the browser's history was left at; then those that one goes on with where it
 * was decided on meanwhile, and is in the list no more.
 */
export const keptRows = (): readonly string[] | undefined => history.state?.rows;

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
      history.replaceState({ ...history.state, rows: row ? withThoseBehind(row) : undefined }, "");
    }
    // Before the press leads elsewhere.
    document.addEventListener("click", press, true);
    return () => document.removeEventListener("click", press, true);
  }, []);
}
