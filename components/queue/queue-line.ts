import { REJECTION_REASONS } from "@/lib/handoff/outcome";
import {
  formatCountdown,
  formatDuration,
  formatExact,
  formatMoment,
  type Reader,
} from "@/lib/platform/format";
import { formatNumber } from "@/lib/platform/format-number";
import { type LocalHours, localHours } from "@/lib/queue/local-hours";
import type { QueueRow } from "@/lib/queue/row";
import { HOT_MINUTES } from "@/lib/queue/urgency";
import { responseWindow } from "@/lib/sla/response-window";
import { CATEGORIES } from "@/lib/standard/categories";
import type { NamedMark } from "../ui/mark";

/** A row of the queue as it is shown, in the reader's words: all that crosses to the browser. */
export type QueueLine = Pick<QueueRow, "id" | "leadId" | "name" | "trigger" | "tier" | "trend"> & {
  href: string;
  who: string;
  score: string;
  by: string;
  marks: NamedMark[];
  there: LocalHours | null;
  /** Seconds left while the window runs or was missed; words once it was stopped. */
  clock: { secondsLeft: number } | { words: string; tone: "bad" | "faint" };
  decided: { words: string; exact: string; reason: string | null } | null;
};

/** "13 h", "2 d": the largest unit says enough. */
const roughly = (ms: number) =>
  formatDuration(ms / 1000)
    .split(" ")
    .slice(0, 2)
    .join(" ");

function clockOf({ routedAt, firstAttemptAt }: QueueRow, now: Date): QueueLine["clock"] {
  const window = responseWindow(routedAt, firstAttemptAt ? [firstAttemptAt] : [], now);
  switch (window.state) {
    case "stopped": {
      const words =
        window.overMs > 0
          ? `tried ${roughly(window.overMs)} late`
          : `tried in ${formatCountdown(window.tookMs / 1000)}`;
      return { words, tone: "faint" };
    }
    case "late":
      // Past the hour no second counts any more, and a ticking clock would only distract.
      return window.overMs > HOT_MINUTES * 60_000
        ? { words: `${roughly(window.overMs)} late`, tone: "bad" }
        : { secondsLeft: -window.overMs / 1000 };
    default:
      return { secondsLeft: window.leftMs / 1000 };
  }
}

function decidedOf({ decision }: QueueRow, reader: Reader, now: Date): QueueLine["decided"] {
  if (!decision) return null;
  return {
    words: formatMoment(decision.at, reader, now),
    exact: formatExact(decision.at, reader),
    reason:
      [decision.reason && REJECTION_REASONS[decision.reason], decision.words]
        .filter(Boolean)
        .join(": ") || null,
  };
}

/** Words a row for its reader, once, on the server. */
export function queueLine(row: QueueRow, href: string, reader: Reader, now: Date): QueueLine {
  const { id, leadId, name, trigger, tier, trend, scoreTotal, scoreDelta } = row;
  return {
    id,
    leadId,
    name,
    trigger,
    tier,
    trend,
    href,
    who: [row.jobTitle, row.companyName].filter(Boolean).join(", "),
    score: scoreTotal === null ? "–" : formatNumber(scoreTotal, reader.locale),
    by: scoreDelta === null ? "" : formatNumber(Math.abs(scoreDelta), reader.locale),
    marks: CATEGORIES.map(({ key, label }) => ({ name: label, state: row.completeness[key] })),
    there: localHours(row.timeZone, now),
    clock: clockOf(row, now),
    decided: decidedOf(row, reader, now),
  };
}
