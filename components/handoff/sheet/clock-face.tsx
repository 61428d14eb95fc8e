"use client";

import { SOON_SECONDS } from "@/lib/sla/response-window";
import { Countdown } from "../../shell/countdown";
import type { ClockWords } from "../words/clock";

const tones = { done: "text-ink", late: "font-medium text-bad", calm: undefined };

function Window({ window }: Pick<ClockWords, "window">) {
  if (!window) return null;
  if ("words" in window) {
    return (
      <span className={tones[window.tone]} title={window.exact}>
        {window.words}
      </span>
    );
  }
  return (
    <span className="print:hidden">
      <Countdown {...window} running soonAt={SOON_SECONDS} />
    </span>
  );
}

/** The running window, and beside it the age of the trigger, which a late routing hides (Q.2). */
export function ClockFace({ window, decided, trigger, asOf }: ClockWords) {
  return (
    <p className="num flex flex-wrap items-center gap-x-2.5 text-faint">
      <Window window={window} />
      {decided ? (
        <span className="font-medium text-ink">{decided}</span>
      ) : (
        <span>trigger {trigger}</span>
      )}
      <span className="hidden print:inline">as of {asOf}</span>
    </p>
  );
}
