import { transaction } from "@/db/client";
import type { SystemActor, Viewer } from "@/lib/access/viewer";
import { standardAt } from "@/lib/gate/queries";
import { notify } from "@/lib/notices/commands";
import { DAY } from "@/lib/platform/durations";
import { CATEGORY_KEYS } from "@/lib/standard/categories";
import { handoffGaps } from "../queries";
import { type Period, periodOf } from "../trends/period";
import { trendCounts } from "../trends/queries";
import { managersToTell } from "./queries";
import { type MonthCount, summaryLines } from "./summary";

/** A month that is longer over is no news. */
const NEWS_DAYS = 7;
const startOf = (day: string) => new Date(`${day}T00:00:00Z`);

async function countOf(viewer: Viewer, month: Period): Promise<MonthCount> {
  const asked = { per: "month", dimension: "all", value: "", measures: CATEGORY_KEYS } as const;
  const [row] = await trendCounts(viewer, { ...asked, ...month });
  return { month, handoffs: row?.handoffs ?? 0, complete: row?.counts ?? [] };
}

/**
 * Tells every manager of the month that is over, in their own locale, and by whatever they chose:
 * once for each month and person, however often it is asked and wherever it runs. Nobody is told of
 * a month without a handoff. Answers how many were told.
 */
export async function tellMonth(actor: SystemActor, now: Date): Promise<number> {
  const today = now.toISOString().slice(0, 10);
  const [month, before] = [periodOf(today, "month", 1), periodOf(today, "month", 2)];
  if (now.getTime() - startOf(month.until).getTime() > NEWS_DAYS * DAY) return 0;
  const occasion = month.from.slice(0, 7);
  const managers = await managersToTell(actor, occasion);
  const [first] = managers;
  if (!first) return 0;
  const [counted, earlier, gaps, standard] = await Promise.all([
    countOf(first, month),
    countOf(first, before),
    handoffGaps(first, startOf(month.from), startOf(month.until)),
    standardAt(now),
  ]);
  if (counted.handoffs === 0) return 0;
  const common = { kind: "monthly_summary", leadId: null, handoffId: null, occasion } as const;
  const notices = managers.map((manager) => ({
    ...common,
    personId: manager.id,
    at: now,
    words: summaryLines(counted, earlier, gaps, standard, manager),
  }));
  await transaction((tx) => notify(tx, actor, notices));
  return notices.length;
}
