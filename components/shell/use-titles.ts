import { useEffect } from "react";

const DRAWN = "[role=img][aria-label]";
const CUT =
  ".truncate, .cell-grow, .above, .two-lines, .sheet-full .touchpoint > span, .sheet-packed .score-line > span";

/**
 * What the eye does not get whole at a point, in words: a title that lies below, a drawing, or a text
 * that is cut.
 */
function wordsAt(x: number, y: number, titleOf: (element: Element) => string): string {
  for (const element of document.elementsFromPoint(x, y)) {
    const title = titleOf(element);
    if (title) return title;
    if (element.matches(DRAWN)) return element.ariaLabel ?? "";
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    const isCut = scrollWidth > clientWidth || scrollHeight > clientHeight;
    if (isCut && element.matches(CUT)) return element.textContent ?? "";
  }
  return "";
}

/**
 * Says in words, where one points, what the eye does not get whole. Lists have hundreds of such
 * places, which is why they do not carry their titles themselves, and could not show them: the link of
 * a row lies above all of it. So whatever lies on top takes the title, unless it has one of its own.
 */
export function useTitles(): void {
  useEffect(() => {
    const given = new WeakSet<Element>();
    const own = (element: Element) =>
      given.has(element) ? "" : (element.getAttribute("title") ?? "");
    function point({ target, clientX, clientY, pointerType }: PointerEvent) {
      if (pointerType !== "mouse" || !(target instanceof HTMLElement)) return;
      if (own(target)) return;
      const words = wordsAt(clientX, clientY, own);
      if (words === target.title) return;
      given.add(target);
      target.title = words;
    }
    document.addEventListener("pointermove", point, { passive: true });
    return () => document.removeEventListener("pointermove", point);
  }, []);
}
