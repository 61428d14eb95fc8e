import type { KeyboardEvent } from "react";

/** ⌘⏎ or Ctrl⏎ sends the form from where Enter alone begins a new line. */
export function sendOnCommandEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
