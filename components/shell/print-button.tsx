"use client";

import { Button } from "../ui/button";

/** Prints the page, or saves it as PDF, by the browser's own dialog. */
export function PrintButton() {
  return (
    <Button kbd="P" onClick={() => window.print()}>
      Print or save as PDF
    </Button>
  );
}
