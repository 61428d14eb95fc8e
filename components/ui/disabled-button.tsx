"use client";

import { type ReactNode, useId } from "react";
import { buttonLook } from "./button-look";
import { Tooltip } from "./tooltip";

type DisabledButtonProps = { reason: string; className?: string | undefined; children: ReactNode };

/** Looks and reads disabled, keeps the focus, and says why: by hover, focus, tap and screen reader. */
export function DisabledButton({ reason, className, children }: DisabledButtonProps) {
  const reasonId = useId();
  return (
    <>
      <Tooltip
        lines={[reason]}
        silent
        className={buttonLook("quiet", true, className)}
        aria-disabled="true"
        aria-describedby={reasonId}
      >
        {children}
      </Tooltip>
      <span id={reasonId} className="sr-only">
        {reason}
      </span>
    </>
  );
}
