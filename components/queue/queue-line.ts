import { REJECTION_REASONS } from "@/lib/handoff/outcome";
import { MINUTE } from "@/lib/platform/durations";
import {
  formatComing,
  formatCountdown,
  formatDuration,
  formatExact,
  formatMoment,
  type Reader,
} from "@/lib/platform/format";
import { formatNumber } from "@/lib/platform/format-number";
import type { QueueRow } from "@/lib/queue/row";
import { HOT_MINUTES } from "@/lib/queue/urgency";
import { CATEGORY_KEYS } from "@/lib/standard/categories";
import { warningWord } from "@/lib/standard/values/reason-not-to-call";

type Taken = "id" | "leadId" | "name" | "jobTitle" | "companyName" | "trigger" | "tier" | "trend";

/**
 * A row of the queue as it is shown, in the reader's words: all that crosses to the browser, as
 * short as it can be said, since a list is sent with its page.
 */
export type QueueLine = Pick<QueueRow, Taken | "timeZone" | "corrected"> & {
  /** The reason not to call, in a word; only where there is one (C2.5). */
  warned?: string;
  score: string;
  by: string;
  /** The five categories in their order, by first letter: "ccpca". */
  marks: string;
  /** Seconds left while the window runs or was missed; words once it was stopped. */
  clock: { secondsLeft: number } | { words: string; tone: "bad" | "faint" };
  decided: { accepted: boolean; words: string; exact: string; reason: string | null } | null;
};

/** "13 h", "2 d": the largest unit says enough. */
const roughly = (ms: number) => formatDuration(ms / 1000, 1);

function clockOf({ window }: QueueRow, reader: Reader, now: Date): QueueLine["clock"] {
  switch (window.state) {
    case "stopped": {
      const words =
        window.overMs > 0
          ? `tried ${roughly(window.overMs)} late`
          : `tried in ${formatCountdown(window.tookMs / 1000)}`;
      return { words, tone: "faint" };
    }
    case "late":
      if (window.startsAt)
        return { words: `starts ${formatComing(window.startsAt, reader, now)}`, tone: "bad" };
      // Past the hour no second counts any more, and a ticking clock would only distract.
      return window.overMs > HOT_MINUTES * MINUTE
        ? { words: `${roughly(window.overMs)} late`, tone: "bad" }
        : { secondsLeft: -window.overMs / 1000 };
    default:
      if (window.startsAt)
        return { words: `starts ${formatComing(window.startsAt, reader, now)}`, tone: "faint" };
      return { secondsLeft: window.leftMs / 1000 };
  }
}

function decidedOf({ decision }: QueueRow, reader: Reader, now: Date): QueueLine["decided"] {
  if (!decision) return null;
  return {
    accepted: decision.accepted,
    words: formatMoment(decision.at, reader, now),
    exact: formatExact(decision.at, reader),
    reason:
      [decision.reason && REJECTION_REASONS[decision.reason], decision.words]
        .filter(Boolean)
        .join(": ") || null,
  };
}

/** Words a row for its reader, once, on the server. */
export function queueLine(row: QueueRow, reader: Reader, now: Date): QueueLine {
  const { id, leadId, name, jobTitle, companyName, trigger, tier, trend } = row;
  const { scoreTotal, scoreDelta, completeness, timeZone, corrected, crmMatch } = row;
  const warned = crmMatch && !row.decision ? warningWord(crmMatch) : undefined;
  return {
    id,
    leadId,
    name,
    jobTitle,
    companyName,
    trigger,
    tier,
    trend,
    timeZone,
    corrected,
    ...(warned && { warned }),
    score: scoreTotal === null ? "–" : formatNumber(scoreTotal, reader.locale),
    by: scoreDelta === null ? "" : formatNumber(Math.abs(scoreDelta), reader.locale),
    marks: CATEGORY_KEYS.map((key) => completeness[key].charAt(0)).join(""),
    clock: clockOf(row, reader, now),
    decided: decidedOf(row, reader, now),
  };
}
