/** What covers the top of a table: its own head, and the bar of a phone. */
const COVERED = 60;

/** The table of the page: a list has one. */
const tableOf = () => document.querySelector<HTMLElement>("table");

/** Where the reader is: the row with the focus or, once they have scrolled into it, the first in sight. */
export function rowInSight(): HTMLElement | null {
  const table = tableOf();
  if (!table) return null;
  const inSight = (row: Element) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > COVERED && top < window.innerHeight;
  };
  const focused = table.contains(document.activeElement)
    ? document.activeElement?.closest<HTMLElement>("tr[data-row]")
    : null;
  if (focused && inSight(focused)) return focused;
  if (table.getBoundingClientRect().top > COVERED) return null;
  return [...table.querySelectorAll<HTMLElement>("tr[data-row]")].find(inSight) ?? null;
}

/**
 * Remembers where the reader is in the table. What it answers puts that row back to where it was,
 * after rows came in above it (Q.1); where the page is too short for that, it gets the room.
 */
export function holdRow(): () => void {
  const table = tableOf();
  const anchor = rowInSight();
  if (!table || !anchor) return () => {};
  const { row } = anchor.dataset;
  const { top } = anchor.getBoundingClientRect();
  return () => {
    const after = table.querySelector(`tr[data-row="${CSS.escape(row ?? "")}"]`);
    const moved = (after?.getBoundingClientRect().top ?? top) - top;
    if (Math.abs(moved) < 1) return;
    const below = document.documentElement.scrollHeight - window.innerHeight - window.scrollY;
    if (moved > below) {
      const room = Number.parseFloat(getComputedStyle(table).marginBottom) || 0;
      table.style.marginBottom = `${room + moved - below}px`;
    }
    window.scrollBy({ top: moved, behavior: "instant" });
  };
}
