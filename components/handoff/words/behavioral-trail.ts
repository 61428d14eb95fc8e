import type { Snapshot } from "@/lib/handoff/snapshot";
import { formatDayRange, formatExact } from "@/lib/platform/format";
import { formatNumber } from "@/lib/platform/format-number";
import type { Touchpoint } from "@/lib/standard/behavioral-trail";
import type { FieldId } from "@/lib/standard/categories";
import { linesFrom } from "@/lib/trail/wording/lines-from";
import { amountOf, EVIDENCE_KINDS } from "../evidence/evidence-kinds";
import type { Reading } from "./field-state";

export type TouchpointWords = {
  kind: string;
  text: string;
  /** When it last happened: ISO 8601, exactly in words, and in a word. */
  at: string;
  exact: string;
  when: string;
};

export type TrailWords = {
  aside: string;
  reEngaged: boolean;
  touchpoints: TouchpointWords[];
  /** How much there is behind it, by kind. */
  evidence: { id: FieldId; label: string; amount: string }[];
};

function touchpointWords(touchpoint: Touchpoint, { reader, now }: Reading): TouchpointWords {
  const { kind, text, firstAt, lastAt } = touchpoint;
  const [first, last] = [new Date(firstAt), new Date(lastAt)];
  const when = formatDayRange(first, last, reader, now, "short");
  return { kind, text, at: last.toISOString(), exact: formatExact(last, reader), when };
}

function asideOf({ touchpoints, activityCount, leftOut }: Snapshot, locale: string): string {
  const out = leftOut.reduce((sum, { count }) => sum + count, 0);
  const of = linesFrom(touchpoints.length, activityCount, locale);
  return out === 0 ? of : `${of} · ${formatNumber(out, locale)} left out`;
}

/** C3: the three to five touchpoints that matter, and how much is behind them (C3.1 to C3.8). */
export function trailWords(snapshot: Snapshot, reading: Reading): TrailWords {
  return {
    aside: asideOf(snapshot, reading.reader.locale),
    reEngaged: snapshot.reEngaged,
    touchpoints: snapshot.touchpoints.map((each) => touchpointWords(each, reading)),
    evidence: EVIDENCE_KINDS.map(({ id, label }) => ({
      id,
      label,
      amount: amountOf(id, snapshot),
    })),
  };
}
