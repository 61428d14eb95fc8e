"use client";

import { useEffect } from "react";
import { useCommandKey } from "../shell/command-key";
import { Button } from "../ui/button";
import { OPEN_DIALOG } from "../ui/open-dialog";
import { useSummary } from "./summary/summary-desk";

type SaveAndNextProps = {
  /** The next lead of the list, or the list itself after the last. */
  nextHref: string;
  /** In the list of summaries the draft counts as read: going on approves it. */
  approves: boolean;
};

function wantsToSave(event: KeyboardEvent): "stay" | "next" | null {
  if (!(event.metaKey || event.ctrlKey) || event.altKey || event.isComposing) return null;
  if (document.querySelector(OPEN_DIALOG)) return null;
  if (event.key === "Enter") return "next";
  return event.key.toLowerCase() === "s" && !event.shiftKey ? "stay" : null;
}

/** Saves and goes on, by one press: a list can be worked through without the mouse (O.2). */
export function SaveAndNext({ nextHref, approves }: SaveAndNextProps) {
  const { state, dirty, pending, save, leave } = useSummary();
  const saves = dirty || (approves && state.base.version === 0 && state.text.trim() !== "");

  function goOn() {
    if (pending) return;
    if (saves) void save(nextHref);
    else leave(nextHref);
  }

  useEffect(() => {
    function press(event: KeyboardEvent) {
      const wanted = wantsToSave(event);
      if (!wanted) return;
      event.preventDefault();
      if (wanted === "next") goOn();
      else if (!pending && (dirty || (state.base.version === 0 && state.text.trim() !== "")))
        void save();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });

  return (
    <Button
      variant="primary"
      kbd={`${useCommandKey()} ⏎`}
      aria-disabled={pending || undefined}
      onClick={goOn}
    >
      {pending ? "Saving" : saves ? "Save and next" : "Next"}
    </Button>
  );
}
