"use client";

import { type RefObject, useLayoutEffect, useState } from "react";

type Selected = { field: HTMLTextAreaElement; from: number; to: number };

function selectedNow(): Selected | null {
  // On the server nothing is selected.
  if (typeof document === "undefined") return null;
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement)) return null;
  return { field, from: field.selectionStart, to: field.selectionEnd };
}

/**
 * Keeps what was selected in a field of the served page. As React comes to work it sets the same text
 * once more, at which Chromium forgets the selection.
 */
export function useServedSelection(field: RefObject<HTMLTextAreaElement | null>): void {
  // Read as the field is made, before React touches what was served.
  const [served] = useState(selectedNow);
  useLayoutEffect(() => {
    if (served && served.field === field.current)
      served.field.setSelectionRange(served.from, served.to);
  }, [served, field]);
}
