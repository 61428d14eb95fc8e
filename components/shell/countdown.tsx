"use client";

import { useEffect, useState } from "react";
import { formatCountdown, formatDuration } from "@/lib/platform/format";
import { Clock } from "../ui/clock";

type CountdownProps = {
  /** Seconds left as the server worked them out for this page; negative past the end. */
  secondsLeft: number;
  /** The whole window in seconds, for the bar; left out where there is no room for one. */
  windowSeconds?: number;
  /** It stands still outside working hours and after the first attempt. */
  running: boolean;
  /** From how many seconds on it is soon. */
  soonAt: number;
};

/** Goes on counting what the server worked out (Q.2); measured by the page's own age, not by its clock. */
export function Countdown({ secondsLeft, windowSeconds, running, soonAt }: CountdownProps) {
  const [left, setLeft] = useState(secondsLeft);
  useEffect(() => {
    setLeft(secondsLeft);
    if (!running) return;
    const start = performance.now();
    const count = () => setLeft(secondsLeft - (performance.now() - start) / 1000);
    const tick = setInterval(count, 1000);
    return () => clearInterval(tick);
  }, [running, secondsLeft]);

  const words = `${formatDuration(Math.abs(left))} ${left < 0 ? "late" : "left"}`;
  return (
    <Clock
      text={formatCountdown(left)}
      left={windowSeconds === undefined ? undefined : left / windowSeconds}
      tone={left < 0 ? "late" : left <= soonAt ? "soon" : "calm"}
      label={words}
    />
  );
}
