import { useEffect, useRef } from "react";
import { flushSync } from "react-dom";

/** Calls `prepare` just before the page goes onto paper, in time for what it draws to be printed. */
export function useOnPaper(prepare: () => void): void {
  const latest = useRef(prepare);
  useEffect(() => {
    latest.current = prepare;
  });
  useEffect(() => {
    const paper = matchMedia("print");
    const now = () => flushSync(() => latest.current());
    const changed = () => paper.matches && now();
    // Whoever was quicker than this page finds it on paper already.
    if (paper.matches) latest.current();
    window.addEventListener("beforeprint", now);
    paper.addEventListener("change", changed);
    return () => {
      window.removeEventListener("beforeprint", now);
      paper.removeEventListener("change", changed);
    };
  }, []);
}
