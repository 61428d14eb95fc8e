import type { HandoffView } from "@/lib/handoff/view";
import {
  formatAge,
  formatComing,
  formatDuration,
  formatExact,
  formatMoment,
} from "@/lib/platform/format";
import { type ResponseWindow, SOON_SECONDS } from "@/lib/sla/response-window";
import { responseWindow } from "@/lib/sla/standing";
import { Countdown } from "../shell/countdown";
import { classNames } from "../ui/class-names";
import type { Reading } from "./field-state";

const SECOND = 1000;

function stoppedWords({ tookMs, overMs }: ResponseWindow & { state: "stopped" }): string {
  const took = formatDuration(tookMs / SECOND);
  return overMs > 0
    ? `Tried after ${took}, ${formatDuration(overMs / SECOND)} late`
    : `Tried after ${took}`;
}

function decidedWords({ decision }: HandoffView, { reader, now }: Reading): string | null {
  if (!decision) return null;
  const what = decision.accepted ? "Accepted" : "Sent back";
  return `${what} ${formatMoment(decision.at, reader, now)}`;
}

/** How long is left or how late it is, and when the owner is back where nothing runs. */
function stoodWords(window: Exclude<ResponseWindow, { state: "stopped" }>, startsAt: string) {
  return window.state === "late"
    ? `${formatDuration(window.overMs / SECOND)} late, starts ${startsAt}`
    : `${formatDuration(window.leftMs / SECOND)} from ${startsAt} on`;
}

function Window({ view, reading }: ClockFaceProps) {
  const { reader, now } = reading;
  const window = responseWindow(
    view,
    view.attempts.map(({ at }) => at),
    now,
  );
  if (window.state === "stopped") return <span className="text-ink">{stoppedWords(window)}</span>;
  if (view.decision) return null;
  const late = window.state === "late";
  if (window.startsAt) {
    return (
      <span
        className={classNames(late && "font-medium text-bad")}
        title={`Outside working hours until ${formatExact(window.startsAt, reader)}`}
      >
        {stoodWords(window, formatComing(window.startsAt, reader, now))}
      </span>
    );
  }
  return (
    <Countdown
      secondsLeft={(late ? -window.overMs : window.leftMs) / SECOND}
      windowSeconds={view.windowSeconds}
      running
      soonAt={SOON_SECONDS}
    />
  );
}

type ClockFaceProps = { view: HandoffView; reading: Reading };

/** The running window, and beside it the age of the trigger, which a late routing hides (Q.2). */
export function ClockFace({ view, reading }: ClockFaceProps) {
  const { now, reader } = reading;
  const decided = decidedWords(view, reading);
  return (
    <p className="num flex flex-wrap items-center gap-x-2.5 text-faint">
      <Window view={view} reading={reading} />
      {decided && <span className="font-medium text-ink">{decided}</span>}
      {!decided && (
        <span>trigger {formatAge(new Date(view.snapshot.trigger.at), now, reader)}</span>
      )}
    </p>
  );
}
