"use client";

import { useState } from "react";
import { Button } from "./button";

type CopyButtonProps = { text: string; label: string; variant?: "primary" };

/** Copies a text. Says so in its own place; where the browser refuses, the text is there to select. */
export function CopyButton({ text, label, variant }: CopyButtonProps) {
  const [said, setSaid] = useState<"Copied" | "Select it by hand" | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid("Copied"),
      () => setSaid("Select it by hand"),
    );
  return (
    <Button
      variant={variant}
      aria-label={label}
      onClick={() => void copy()}
      onBlur={() => setSaid(null)}
    >
      <span aria-live="polite">{said ?? "Copy"}</span>
    </Button>
  );
}
