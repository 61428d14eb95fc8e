import { useEffect, useRef } from "react";

/** What somebody does who goes on through a page: none of it is done by the page itself. */
const BY_HAND = ["wheel", "touchmove", "pointerdown", "keydown"];

/**
 * Whether the reader has moved on from where the page put them, by hand. What scrolls by itself, as
 * the list does that comes back to a row, does not count.
 */
export function useMoved(): () => boolean {
  const moved = useRef(false);
  useEffect(() => {
    const leaving = new AbortController();
    const move = () => {
      moved.current = true;
      leaving.abort();
    };
    const how = { capture: true, passive: true, signal: leaving.signal };
    for (const event of BY_HAND) addEventListener(event, move, how);
    return () => leaving.abort();
  }, []);
  return () => moved.current;
}
