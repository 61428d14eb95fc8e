import type { HandoffView } from "@/lib/handoff/view";
import { formatAge, formatDuration, formatMoment } from "@/lib/platform/format";
import {
  RESPONSE_WINDOW_SECONDS,
  type ResponseWindow,
  responseWindow,
  SOON_SECONDS,
} from "@/lib/sla/response-window";
import { Countdown } from "../shell/countdown";
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

/** The running window, and beside it the age of the trigger, which a late routing hides (Q.2). */
export function ClockFace({ view, reading }: { view: HandoffView; reading: Reading }) {
  const { routedAt, attempts, snapshot } = view;
  const { now, reader } = reading;
  const window = responseWindow(
    routedAt,
    attempts.map(({ at }) => at),
    now,
  );
  const decided = decidedWords(view, reading);
  return (
    <p className="num flex flex-wrap items-center gap-x-2.5 text-faint">
      {window.state === "stopped" ? (
        <span className="text-ink">{stoppedWords(window)}</span>
      ) : (
        !decided && (
          <Countdown
            secondsLeft={(window.state === "late" ? -window.overMs : window.leftMs) / SECOND}
            windowSeconds={RESPONSE_WINDOW_SECONDS}
            running
            soonAt={SOON_SECONDS}
          />
        )
      )}
      {decided && <span className="font-medium text-ink">{decided}</span>}
      {!decided && <span>trigger {formatAge(new Date(snapshot.trigger.at), now, reader)}</span>}
    </p>
  );
}
