import type { Viewer } from "@/lib/access/viewer";
import { standardAt } from "@/lib/gate/queries";
import { CATEGORIES } from "@/lib/standard/categories";
import { handoffGaps, heldNow, weeklyCompleteness } from "./queries";
import { lastWeeks } from "./rates";
import { categoryReports, gapReports } from "./report";

/** Two quarters: what a manager compares. */
export const REPORT_WEEKS = 26;

/** The first moment of a report. */
export function reportFrom(now: Date): Date {
  const [from = now.toISOString().slice(0, 10)] = lastWeeks(now, REPORT_WEEKS);
  return new Date(`${from}T00:00:00Z`);
}

/** The completeness page's numbers at a moment, for a viewer who may see the audit. */
export async function completenessOverview(viewer: Viewer, now: Date) {
  const weeks = lastWeeks(now, REPORT_WEEKS);
  const from = reportFrom(now);
  const standard = await standardAt(now);
  const gating = CATEGORIES.filter(({ key }) => standard.gates.includes(key)).map(({ id }) => id);
  const [counts, gaps, waiting] = await Promise.all([
    weeklyCompleteness(viewer, from.toISOString().slice(0, 10)),
    handoffGaps(viewer, from, now),
    heldNow(
      viewer,
      gating.map((id) => `${id}.`),
    ),
  ]);
  const reports = categoryReports(counts, weeks, standard);
  const handoffs = reports[0]?.rate?.of ?? 0;
  return {
    weeks,
    handoffs,
    reports,
    gaps: gapReports(gaps, handoffs, standard),
    held: waiting.held,
    holding: gapReports(waiting.gaps, waiting.held, standard),
  };
}
