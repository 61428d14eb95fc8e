"use client";

import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** Names and values in two columns. 24 px from line to line, so that each line is a target. */
export function Fields({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return (
    <dl className={classNames("fields", narrow && "grid-cols-[38px_minmax(0,1fr)]")}>{children}</dl>
  );
}

type FieldRowProps = { name: ReactNode; children: ReactNode; trust?: ReactNode };

export function FieldRow({ name, children, trust }: FieldRowProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {trust && <span className="ml-1.5">{trust}</span>}
      </dd>
    </div>
  );
}
