import { causeWords } from "@/lib/connections/proof/verdict";
import { type Standing, standingOf } from "@/lib/connections/standing";
import type { DayOfAnswers } from "@/lib/connections/view";
import type { Health } from "@/lib/enrichment/http/breaker";
import { formatAge, formatTime, type Reader } from "@/lib/platform/format";
import { formatNumber } from "@/lib/platform/format-number";

type Tone = "calm" | "good" | "bad";

const STATES = {
  paused: ["Paused", "calm"],
  "not asked": ["Not asked yet", "calm"],
  working: ["Working", "good"],
  failing: ["Failing", "bad"],
  resting: ["Failing", "bad"],
} as const satisfies Record<Standing["state"], readonly [string, Tone]>;

/** How a provider is doing, as a word with a tone, and the reason or the age of it. */
export type StandingWords = { word: string; tone: Tone; detail: string };

export function standingWords(
  health: Health | null,
  paused: boolean,
  reader: Reader,
  now: Date,
): StandingWords {
  const standing = standingOf(health, paused, now);
  const [word, tone] = STATES[standing.state];
  return { word, tone, detail: detailOf(standing, health, reader, now) };
}

function detailOf(standing: Standing, health: Health | null, reader: Reader, now: Date): string {
  if ("cause" in standing) {
    const reason = standing.cause ? causeWords(standing.cause) : "It failed";
    if (standing.state === "resting") {
      return `${reason}; asked again at ${formatTime(standing.until, reader)}`;
    }
    const at = health?.lastFailureAt;
    return at ? `${reason}, ${formatAge(at, now, reader)}` : reason;
  }
  const answered = health?.lastSuccessAt;
  return answered ? `Answered ${formatAge(answered, now, reader)}` : "";
}

const TOLD = [
  ["found", "found"],
  ["no_match", "no match"],
  ["later", "later"],
  ["failed", "failed"],
  ["skipped", "skipped"],
] as const;

/** '412 found, 30 no match, 2 failed', and how many of them were known already. */
export function dayWords({ answers, kept }: DayOfAnswers, locale: string): string {
  const told = TOLD.flatMap(([answer, word]) => {
    const count = answers[answer] ?? 0;
    return count > 0 ? [`${formatNumber(count, locale)} ${word}`] : [];
  });
  if (told.length === 0) return "Not asked";
  return `${told.join(", ")}${kept > 0 ? ` (${formatNumber(kept, locale)} known already)` : ""}`;
}
