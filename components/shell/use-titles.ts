"use client";

import { useEffect } from "react";

const DRAWN = "[role=img][aria-label]";
const CUT = ".truncate, .cell-grow";

/**
 * Says in words, where one points, what the eye does not get whole: a drawing, and a text that is cut.
 * Lists have hundreds of both, which is why they do not carry their titles themselves.
 */
export function useTitles(): void {
  useEffect(() => {
    const given = new WeakSet<Element>();
    function give(element: HTMLElement | null, title?: string | null) {
      if (!element || (element.title && !given.has(element))) return;
      given.add(element);
      element.title = title ?? "";
    }
    function point({ target }: PointerEvent) {
      if (!(target instanceof Element)) return;
      const drawn = target.closest<HTMLElement>(DRAWN);
      give(drawn, drawn?.getAttribute("aria-label"));
      const cut = target.closest<HTMLElement>(CUT);
      give(cut, cut && cut.scrollWidth > cut.clientWidth ? cut.textContent : null);
    }
    document.addEventListener("pointerover", point);
    return () => document.removeEventListener("pointerover", point);
  }, []);
}
