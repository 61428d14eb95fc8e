"use client";

import { SOON_SECONDS } from "@/lib/sla/response-window";
import { Countdown } from "../shell/countdown";
import { classNames } from "../ui/class-names";
import type { ListLine } from "./live/list";

/** What became of a lead while the list stood open, in place of its clock. */
function leftOpenList({ moved, decided }: ListLine): string | null {
  if (moved) return "given to another";
  if (!decided) return null;
  return decided.accepted ? "accepted" : "rejected";
}

/** What is left of the five minutes, counting by itself: the table around it never renders again. */
export function LeftCell({ line }: { line: ListLine }) {
  const { clock } = line;
  const gone = leftOpenList(line);
  if (gone) return <span className="text-faint">{gone}</span>;
  if ("words" in clock) {
    const look = clock.tone === "bad" ? "font-medium text-bad" : "text-faint";
    return <span className={classNames("num", look)}>{clock.words}</span>;
  }
  return <Countdown secondsLeft={clock.secondsLeft} running soonAt={SOON_SECONDS} />;
}
