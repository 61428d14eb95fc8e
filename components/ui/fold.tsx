"use client";

import { type ReactNode, useState } from "react";
import { usePrinting } from "./use-printing";

type FoldProps = {
  more: string;
  less: string;
  className: string;
  /** On paper it is there without a press. */
  printed?: boolean;
  children: () => ReactNode;
};

/** What comes up on a press, and is drawn only then. */
export function Fold({ more, less, className, printed = false, children }: FoldProps) {
  const [pressed, setPressed] = useState(false);
  const printing = usePrinting();
  const open = pressed || (printed && printing);
  return (
    // What closes it stands below: the rest of a list goes on right after its first lines.
    <details
      className="flex flex-col items-start open:[&>summary]:order-1"
      open={open}
      onToggle={({ currentTarget }) => printing || setPressed(currentTarget.open)}
    >
      <summary className={className}>{open ? less : more}</summary>
      {open && children()}
    </details>
  );
}
