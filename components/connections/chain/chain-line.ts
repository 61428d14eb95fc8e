import type { ChainStep } from "@/lib/connections/chain/view";
import { formatCount, formatNumber } from "@/lib/platform/format-number";
import type { ChainLine } from "./chain-table";
import { LOOKUP_WORDS, USE_WORDS } from "./chain-words";

/** 'Job title refreshes, Direct phone fills blanks': what a step does with each field. */
function fillsWords({ fields }: ChainStep): string {
  const told = fields
    .filter(({ use }) => use !== "off")
    .map(({ label, use }) => `${label} (${USE_WORDS[use].toLowerCase()})`);
  return told.join(", ") || "Nothing";
}

export function chainLine(step: ChainStep, index: number, locale: string): ChainLine {
  const { id, name, lookup, enabled, paused, timeLimitMs, cacheDays } = step;
  return {
    id,
    place: index + 1,
    name,
    lookup: LOOKUP_WORDS[lookup],
    asked: paused ? "Paused" : enabled ? "Yes" : "No",
    limit: `${formatNumber(timeLimitMs / 1_000, locale, 1)} s`,
    kept: formatCount(cacheDays, "day", "days", locale),
    fills: fillsWords(step),
  };
}
