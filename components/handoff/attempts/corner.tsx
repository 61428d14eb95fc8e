"use client";

import { type ReactNode, useEffect } from "react";

type CornerProps = { title: string; onClose: () => void; children: ReactNode };

/**
 * Something to answer in the corner, while the page stays readable and its keys go on working: a
 * rep reads on while the phone rings. Escape puts it away, and the focus is where it was.
 */
export function Corner({ title, onClose, children }: CornerProps) {
  useFocusBack();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) onClose();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [onClose]);
  return (
    <section
      aria-label={title}
      data-corner=""
      className="fixed inset-x-0 bottom-(--row-bar,0px) z-30 max-h-[70dvh] overflow-y-auto rounded-t-[12px] border border-line-strong bg-surface p-4 pb-[calc(16px+env(safe-area-inset-bottom))] sm:inset-x-auto sm:right-5 sm:bottom-[calc(20px+var(--row-bar,0px))] sm:w-[432px] sm:rounded-[12px] sm:pb-4 print:hidden"
    >
      <div className="mb-2.5 flex items-center justify-between gap-3">
        <h2 className="min-w-0 text-reading/6 font-semibold wrap-anywhere">{title}</h2>
        <button
          type="button"
          aria-label="Close"
          onClick={onClose}
          className="icon icon-x -m-1.5 grid size-8 shrink-0 place-items-center rounded-control text-soft hover:bg-hover hover:text-ink pointer-coarse:size-11"
        />
      </div>
      {children}
    </section>
  );
}

/** Gives the focus back to what had it, unless it is somewhere else by now. */
function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, []);
}
