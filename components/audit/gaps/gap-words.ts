import { GAP_VERDICTS, type GapShare, verdictOfGap } from "@/lib/audit/gaps/gap";
import { GAP_CAUSES } from "@/lib/audit/gaps/verdict";
import { formatNumber, formatPercent } from "@/lib/platform/format-number";
import type { FieldId } from "@/lib/standard/categories";

/** Where what is known of a field's gap stands on the page of its audit. */
export const gapAnchor = (fieldId: FieldId) => `gap-${fieldId}`;

/** 'Process', or 'Mixed: process 60%, technical 40%'. */
export function verdictWords(shares: readonly GapShare[], locale: string): string {
  const verdict = verdictOfGap({ shares: [...shares] });
  if (verdict !== "mixed") return GAP_VERDICTS[verdict];
  const all = shares.reduce((sum, { count }) => sum + count, 0);
  const parts = shares.map(
    ({ cause, count }) =>
      `${GAP_CAUSES[cause].toLowerCase()} ${formatPercent(count / all, locale)}`,
  );
  return `${GAP_VERDICTS.mixed}: ${parts.join(", ")}`;
}

/** As many kinds of evidence are told, the commonest first. */
const TOLD = 3;

/** 'Apollo failed before the handoff (refused the key) and gave it afterwards, 12 times'. */
export function evidenceWords(
  { shares }: { shares: readonly GapShare[] },
  locale: string,
): string[] {
  return shares
    .flatMap(({ evidence }) => evidence)
    .toSorted((one, other) => other.count - one.count)
    .slice(0, TOLD)
    .map(({ text, count }) =>
      count === 1 ? `${text}, once` : `${text}, ${formatNumber(count, locale)} times`,
    );
}
