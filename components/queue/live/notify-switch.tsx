"use client";

import { useEffect, useState } from "react";
import { Button } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import { useToast } from "../../ui/toast";
import { chooseNotify, type NotifyChoice, notifyChoice } from "./notifications";

/** Asks the browser for notifications when it is pressed, and never before. */
export function NotifySwitch() {
  const { say } = useToast();
  // Its room is kept while nobody knows yet: what stands beside it must not move under a press.
  const [choice, setChoice] = useState<NotifyChoice>();
  useEffect(() => setChoice(notifyChoice()), []);
  if (choice === "impossible") return null;

  async function press() {
    const now = await chooseNotify(choice !== "on");
    setChoice(now);
    if (now === "on") {
      say({ text: "This browser notifies you of new leads while the queue is open in a tab." });
    } else if (now === "blocked") {
      say({
        text: "Your browser blocks notifications from Baton.",
        detail: "Allow them beside the address, then press again.",
        tone: "bad",
      });
    }
  }
  return (
    <Button
      variant="bare"
      aria-pressed={choice === "on"}
      onClick={press}
      className={classNames(
        "icon icon-alone px-2",
        choice === "on" ? "icon-bell" : "icon-bell-off",
        !choice && "invisible",
      )}
    >
      Notify me
    </Button>
  );
}
