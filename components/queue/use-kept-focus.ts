"use client";

import { useEffect, useRef } from "react";

const IN_PLACE = "a[data-in-place]";

/** What tells a link that shows the list in another way from the others, whatever it leads to now. */
const nameOf = (link: Element) =>
  `${link.closest("[aria-label]")?.ariaLabel}: ${link.firstChild?.textContent}`;

/**
 * Gives the focus back to a filter or an order that was pressed: the list that it leads to, another
 * `list`, is drawn anew with all that stands around it.
 */
export function useKeptFocus(list: string): void {
  const pressed = useRef<string>(undefined);
  useEffect(() => {
    function press({ target }: MouseEvent) {
      const link = target instanceof Element ? target.closest(IN_PLACE) : null;
      pressed.current = link ? nameOf(link) : undefined;
    }
    document.addEventListener("click", press);
    return () => document.removeEventListener("click", press);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each list that is drawn.
  useEffect(() => {
    if (pressed.current === undefined || document.activeElement !== document.body) return;
    const links = [...document.querySelectorAll<HTMLElement>(IN_PLACE)];
    links.find((link) => nameOf(link) === pressed.current)?.focus({ preventScroll: true });
  }, [list]);
}
