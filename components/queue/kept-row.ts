import { useEffect } from "react";
import { rowInSight } from "../table/held-row";

/** The row that this entry of the browser's history was left at. */
export const keptRow = (): string | undefined => history.state?.row;

/**
 * Keeps with the entry of the browser's history which row one is at whenever one presses something, so
 * that Back finds it. Next keeps what stands there beside its own.
 */
export function useKeptRow(): void {
  useEffect(() => {
    function press({ target }: MouseEvent) {
      const pressed = target instanceof Element && target.closest<HTMLElement>("tr[data-row]");
      const { row } = (pressed || rowInSight())?.dataset ?? {};
      history.replaceState({ ...history.state, row }, "");
    }
    // Before the press leads elsewhere.
    document.addEventListener("click", press, true);
    return () => document.removeEventListener("click", press, true);
  }, []);
}
