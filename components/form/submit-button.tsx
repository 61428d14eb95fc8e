"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "../ui/button";

type SubmitButtonProps = Omit<ComponentProps<typeof Button>, "type"> & {
  /** While it is under way: "Saving". */
  pendingLabel?: string;
};

/** Sends the form it stands in; while that is under way it says so and cannot send twice. */
export function SubmitButton({
  variant = "primary",
  pendingLabel,
  children,
  onClick,
  ...rest
}: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      // Disabled for real, it would lose the focus while the form is on its way.
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    >
      {pending ? (pendingLabel ?? children) : children}
      <span role="status" className="sr-only">
        {pending ? "Sending" : ""}
      </span>
    </Button>
  );
}
