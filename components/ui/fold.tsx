"use client";

import { type ReactNode, useState } from "react";

type FoldProps = { more: string; less: string; className: string; children: () => ReactNode };

/** What comes up on a press, and is drawn only then. */
export function Fold({ more, less, className, children }: FoldProps) {
  const [open, setOpen] = useState(false);
  return (
    // What closes it stands below: the rest of a list goes on right after its first lines.
    <details
      className="flex flex-col items-start open:[&>summary]:order-1"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className={className}>{open ? less : more}</summary>
      {open && children()}
    </details>
  );
}
