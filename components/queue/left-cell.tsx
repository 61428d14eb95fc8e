import { SOON_SECONDS } from "@/lib/sla/response-window";
import { Countdown } from "../shell/countdown";
import { classNames } from "../ui/class-names";
import type { QueueLine } from "./queue-line";

/** What is left of the five minutes, counting by itself: the table around it never renders again. */
export function LeftCell({ clock }: Pick<QueueLine, "clock">) {
  if ("words" in clock) {
    const look = clock.tone === "bad" ? "font-medium text-bad" : "text-faint";
    return <span className={classNames("num", look)}>{clock.words}</span>;
  }
  return <Countdown secondsLeft={clock.secondsLeft} running soonAt={SOON_SECONDS} />;
}
