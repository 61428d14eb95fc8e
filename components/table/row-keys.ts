import { type RefObject, useEffect } from "react";
import { shortcutKey } from "../shell/shortcut-key";
import { OPEN_DIALOG } from "../ui/open-dialog";

const arrows: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
const letters: Record<string, number> = { j: 1, k: -1 };

function stepOf(event: KeyboardEvent, table: HTMLElement): number | undefined {
  const letter = shortcutKey(event, event.target);
  if (letter) return letters[letter];
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  // Arrows belong to whatever has the focus, unless that is this table or the bare page.
  const focused = document.activeElement;
  const ours =
    !focused || focused === document.body || focused.id === "main" || table.contains(focused);
  return ours ? arrows[event.key] : undefined;
}

/**
 * ↑ ↓ and j k move the focus from row link to row link, from the row that had it last; Enter then
 * follows the link by itself.
 */
export function useRowKeys(table: RefObject<HTMLTableElement | null>): void {
  useEffect(() => {
    function move(event: KeyboardEvent) {
      if (!table.current || document.querySelector(`${OPEN_DIALOG}, [role=menu]`)) return;
      const step = stepOf(event, table.current);
      if (step === undefined) return;
      const links = [...table.current.querySelectorAll<HTMLElement>(".row-link")];
      const row =
        document.activeElement?.closest("tr") ??
        table.current.querySelector("tr[data-focused]") ??
        table.current.querySelector("tr[aria-current]");
      const at = links.findIndex((link) => row?.contains(link));
      const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
    }
    document.addEventListener("keydown", move);
    return () => document.removeEventListener("keydown", move);
  }, [table]);
}
