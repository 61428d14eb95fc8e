import { DELIMITER_WORDS } from "@/lib/intake/csv/dialect";
import type { Rejected } from "@/lib/intake/csv/rejects";
import { type Counts, ROW_RESULTS } from "@/lib/intake/imports/counts";
import type { Prepared } from "./prepare";

/** Refused rows that a dry run shows. */
const SHOWN = 10;

/** How the file is understood, so that a wrong guess is seen before it matters. */
export function whatWasGuessed({ file, plan, start }: Prepared): string[] {
  const width = Math.max(...plan.columns.map(({ header }) => header.length));
  const kept = plan.target === "outcomes" ? "kept as a detail" : "not imported";
  return [
    `${start.fileName}: ${plan.target}, ${plan.why}; ${file.encoding()}, separated by ${DELIMITER_WORDS[file.delimiter]}.`,
    ...plan.columns.map(
      ({ header, field, why }) =>
        `  ${header.padEnd(width)}  ${field ? `→ ${field} (${why})` : `${kept} (${why})`}`,
    ),
  ];
}

/** Collects the first refused rows, to be shown. */
export function refusals() {
  const first: Rejected[] = [];
  let count = 0;
  return {
    add(rejected: Rejected): void {
      count += 1;
      if (first.length < SHOWN) first.push(rejected);
    },
    lines: () => [
      ...first.map(refusal),
      ...(count > first.length ? [`… and ${count - first.length} more refused rows.`] : []),
    ],
  };
}

/** "Line 7, column Email: has no @" */
export function refusal({ line, column, reason }: Omit<Rejected, "cells">): string {
  return `Line ${line}${column === null ? "" : `, column ${column}`}: ${reason}`;
}

/** "8,000 new, 0 changed, 0 unchanged, 0 refused" */
export function ending(counts: Counts): string[] {
  return [
    ROW_RESULTS.map((result) => `${counts[result].toLocaleString("en")} ${result}`).join(", "),
  ];
}
