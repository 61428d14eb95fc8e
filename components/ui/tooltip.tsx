"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { beside } from "./beside";

type TooltipProps = {
  /** What pops up, line by line. It is read aloud after the word, unless `silent`. */
  lines: readonly string[];
  /** Goes before the lines when they are read aloud: "Met". */
  label?: string;
  /** The same is said elsewhere, such as in a description. */
  silent?: boolean;
  children: ReactNode;
  className?: string;
  "aria-describedby"?: string;
  "aria-disabled"?: "true";
};

/** Milliseconds before a pointer's rest opens it, and before its leaving closes it. */
const DELAY = 250;
const GRACE = 120;

/**
 * A word that explains itself on hover, on focus and on tap; Escape closes it (WCAG 1.4.13). A page
 * has dozens: the browser's own popover serves, and weighs nothing.
 */
export function Tooltip({ lines, label, silent, children, className, ...trigger }: TooltipProps) {
  const { button, open, show, hide } = useTip();
  return (
    <>
      <button
        {...trigger}
        ref={button}
        type="button"
        className={className}
        onPointerEnter={({ pointerType }) => pointerType === "mouse" && show(DELAY)}
        onPointerLeave={() => hide(GRACE)}
        onFocus={({ target }) => target.matches(":focus-visible") && show(0)}
        onBlur={() => hide(0)}
        onClick={() => show(0)}
      >
        {children}
        {!silent && (
          <span className="sr-only">
            . {label ? `${label}: ${lines.join("; ")}` : lines.join(". ")}
          </span>
        )}
      </button>
      {open && (
        <Tip anchor={button} lines={lines} onEnter={() => show(0)} onLeave={() => hide(GRACE)} />
      )}
    </>
  );
}

function useTip() {
  const button = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [open, setOpen] = useState(false);
  const turn = (next: boolean) => (ms: number) => {
    clearTimeout(timer.current);
    if (ms === 0) setOpen(next);
    else timer.current = setTimeout(() => setOpen(next), ms);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!open) return;
    const away = (event: Event) => {
      const isKey = event instanceof KeyboardEvent;
      if (isKey ? event.key === "Escape" : !button.current?.contains(event.target as Node))
        setOpen(false);
    };
    document.addEventListener("keydown", away);
    document.addEventListener("pointerdown", away);
    return () => {
      document.removeEventListener("keydown", away);
      document.removeEventListener("pointerdown", away);
    };
  }, [open]);
  return { button, open, show: turn(true), hide: turn(false) };
}

type TipProps = {
  anchor: { current: HTMLElement | null };
  lines: readonly string[];
  onEnter: () => void;
  onLeave: () => void;
};

function Tip({ anchor, lines, onEnter, onLeave }: TipProps) {
  const place = (tip: HTMLElement | null) => {
    if (!tip || !anchor.current) return;
    if (!tip.matches(":popover-open")) tip.showPopover();
    const { left, top } = beside(anchor.current.getBoundingClientRect(), tip, window);
    tip.style.left = `${left}px`;
    tip.style.top = `${top}px`;
  };
  return (
    <span
      ref={place}
      // In the top layer nothing clips or covers it. The words were read aloud with the button.
      popover="manual"
      aria-hidden="true"
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
      className="fixed inset-auto m-0 max-w-72 rounded-[6px] bg-ink px-2.5 py-1.5 text-left text-label font-normal whitespace-normal text-paper forced-colors:border"
    >
      {lines.map((line) => (
        <span key={line} className="line-clamp-12 wrap-anywhere">
          {line}
        </span>
      ))}
    </span>
  );
}
