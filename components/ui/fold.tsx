"use client";

import { type ReactNode, useState } from "react";

type FoldProps = { more: string; less: string; className: string; children: () => ReactNode };

/** What comes up on a press, and is drawn only then. */
export function Fold({ more, less, className, children }: FoldProps) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={className}>{open ? less : more}</summary>
      {open && children()}
    </details>
  );
}
