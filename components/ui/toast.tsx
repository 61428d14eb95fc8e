"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { classNames } from "./class-names";
import { Kbd } from "./kbd";

type ToastMessage = {
  /** What happened, as a sentence: "Saved.", "That lead was taken by someone else." */
  text: string;
  /** What was kept and what to do, if anything. */
  detail?: string;
  /** "bad" interrupts a screen reader and stays until it is closed. */
  tone?: "calm" | "bad";
  action?: {
    label: string;
    onPress: () => void;
    /** The key that presses it, such as "U". */
    kbd?: string;
    /** It can be pressed for so long, counted down in sight; then the message goes. */
    lastsMs?: number;
  };
};

/** `say(message)`: shows it in the corner and reads it aloud. Inside ToastProvider only. */
export function useToast(): { say: (message: ToastMessage) => void } {
  const { add, close } = Base.useToastManager();
  return {
    say: ({ text, detail, tone = "calm", action }) => {
      const id = add({
        title: text,
        description: detail,
        type: tone,
        priority: tone === "bad" ? "high" : "low",
        // What went wrong, or can be undone, is not taken away while somebody reads (WCAG 2.2.1).
        timeout: tone === "bad" || action ? 0 : 6000,
        actionProps: action && {
          ...shortcutOf(action.kbd),
          children: (
            <ActionLabel
              label={action.label}
              kbd={action.kbd}
              lastsMs={action.lastsMs}
              onEnd={() => close(id)}
            />
          ),
          onClick: () => {
            close(id);
            action.onPress();
          },
        },
      });
    },
  };
}

const shortcutOf = (kbd: string | undefined) =>
  kbd ? { "aria-keyshortcuts": kbd, "data-shortcut": kbd.toLowerCase() } : {};

type ActionLabelProps = {
  label: string;
  kbd: string | undefined;
  lastsMs: number | undefined;
  onEnd: () => void;
};

/** What the button of a message says, its key, and the seconds that are left for it. */
function ActionLabel({ label, kbd, lastsMs, onEnd }: ActionLabelProps) {
  const [left, setLeft] = useState(lastsMs);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (lastsMs === undefined) return;
    const began = performance.now();
    const timer = setInterval(() => {
      const rest = lastsMs - (performance.now() - began);
      setLeft(Math.max(0, rest));
      if (rest <= 0) end.current();
    }, 200);
    return () => clearInterval(timer);
  }, [lastsMs]);
  return (
    <span className="inline-flex items-center gap-1.5">
      {label}
      {kbd && <Kbd silent>{kbd}</Kbd>}
      {left !== undefined && (
        <span aria-hidden="true" className="num w-[2ch] text-right text-faint">
          {Math.ceil(left / 1000)}
        </span>
      )}
    </span>
  );
}

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed right-4 bottom-[calc(max(calc(72px+env(safe-area-inset-bottom)),calc(12px+var(--row-bar,0px)))+var(--waiting-bar,0px))] left-4 z-50 flex flex-col gap-2 sm:left-auto sm:w-[360px] md:bottom-[calc(20px+var(--row-bar,0px)+var(--waiting-bar,0px))] sm:[body:has([data-corner])_&]:right-[468px] print:hidden">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

/**
 * A message is no dialog: keys must go on working while it stands in its corner. And what can be
 * pressed is never hidden from a screen reader, as the library would have it (axe).
 */
const PLAIN = { role: "group", "aria-modal": undefined, "aria-hidden": undefined } as const;

function ToastList() {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      {...PLAIN}
      className={classNames(
        "rounded-box border bg-surface transition-opacity data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0",
        toast.type === "bad" ? "border-bad" : "border-line-strong",
      )}
    >
      <Base.Content className="flex items-start gap-3 py-2.5 pr-2 pl-3.5">
        <div className="min-w-0 flex-1 py-1">
          <Base.Title className="font-medium" />
          <Base.Description className="line-clamp-6 text-soft wrap-anywhere" />
        </div>
        <Base.Action className="min-h-8 rounded-control px-2 text-small font-medium text-accent hover:bg-hover" />
        <Base.Close
          aria-label="Close message"
          aria-hidden={undefined}
          className="icon icon-x grid size-8 shrink-0 place-items-center rounded-control text-soft hover:bg-hover"
        />
      </Base.Content>
    </Base.Root>
  ));
}
