"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactNode, useRef } from "react";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** One sentence under the title: what happens next, or what cannot be undone. */
  description?: string;
  children: ReactNode;
};

const CONTROL = "input:not([type=hidden]), select, textarea";

/** A question that has to be answered before going on. On a phone it rises from the bottom edge. */
export function Dialog({ open, onOpenChange, title, description, children }: DialogProps) {
  const body = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 grid items-end overflow-y-auto sm:items-start sm:p-6 sm:pt-[12vh]">
          <Base.Popup
            // Whoever opened a question came to answer it, not to close it.
            initialFocus={() =>
              body.current?.querySelector<HTMLElement>(CONTROL) ??
              body.current?.querySelector("button") ??
              true
            }
            className="relative mx-auto w-full max-w-[480px] rounded-t-[12px] border border-line-strong bg-surface p-5 pb-8 outline-offset-0 transition-[opacity,translate] data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0 sm:rounded-[12px] sm:pb-5"
          >
            <Base.Title className="pr-8 text-reading font-semibold">{title}</Base.Title>
            {description && (
              <Base.Description className="mt-1 text-soft">{description}</Base.Description>
            )}
            <Base.Close
              aria-label="Close"
              className="absolute top-3.5 right-3.5 grid size-8 place-items-center rounded-control text-soft hover:bg-hover hover:text-ink"
            >
              <X aria-hidden="true" className="size-4" />
            </Base.Close>
            <div ref={body} className="mt-4">
              {children}
            </div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
