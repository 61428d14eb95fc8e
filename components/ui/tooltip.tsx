"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import { type ReactNode, useState } from "react";

type TooltipProps = {
  /** What pops up. For sighted people: say the same in the trigger's text or description. */
  content: ReactNode;
  children: ReactNode;
  className?: string;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-disabled"?: "true";
};

/** A word that explains itself on hover, on focus and on tap; Escape closes it. */
export function Tooltip({ content, children, ...trigger }: TooltipProps) {
  const [open, setOpen] = useState(false);
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      {/* A finger neither hovers nor focuses visibly: its tap opens too. */}
      <Base.Trigger
        {...trigger}
        type="button"
        delay={250}
        closeOnClick={false}
        onClick={() => setOpen(true)}
      >
        {children}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup className="max-w-72 rounded-[6px] bg-ink px-2.5 py-1.5 text-label text-paper transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 forced-colors:border">
            {content}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
