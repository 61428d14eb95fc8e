import type { Activity } from "@/lib/intake/activities/activity";
import { DAY } from "@/lib/platform/durations";
import { act, times } from "@/lib/trail/wording/wording";
import { apportion } from "./apportion";
import type { IcpFit } from "./icp/icp";
import type { ScoringModel } from "./model/model";
import { pointsAt, type Replay, type Running, replayTo, totalsAt, type Visit } from "./replay";
import { SCORE_GROUPS, type ScoreEntry } from "./score-entry";

/** Each number is whole, 0 to 100; the points of the entries add up to the total. */
export type Score = {
  total: number;
  fit: number;
  intent: number;
  behavior: number;
  entries: ScoreEntry[];
};

/** A score without a row. */
export const UNSCORED: Score = { total: 0, fit: 0, intent: 0, behavior: 0, entries: [] };

type Share = { entry: Omit<ScoreEntry, "points">; share: number };

/**
 * What earned the points: one thing by its own name ('Attended ‘Migrating without downtime’'),
 * otherwise the rule's. Pages go by the rule, whose words are shorter than any path.
 */
function nameOf({ rule }: Running, visits: readonly Visit[]): string {
  const newest = visits.at(-1)?.activities.at(-1);
  const oneThing = new Set(visits.map(({ thing }) => thing)).size === 1;
  return newest && oneThing && newest.kind !== "page_viewed" ? act(newest) : rule.label;
}

/** 'Pricing, twice in 3 days'. Days are counted as elapsed time, never by a calendar. */
function labelOf(running: Running, visits: readonly Visit[]): string {
  const name = nameOf(running, visits);
  const [first] = visits;
  const last = visits.at(-1);
  if (!first || !last || visits.length < 2) return name;
  const days = Math.max(1, Math.ceil((last.at - first.at) / DAY));
  return `${name}, ${times(visits.length)} in ${days === 1 ? "a day" : `${days} days`}`;
}

function activityShare(running: Running, model: ScoringModel, at: number): Share {
  const share = pointsAt(running, model, at);
  const visits = running.visits.slice(running.head);
  const { id, group } = running.rule;
  const activityIds = visits.flatMap(({ activities }) => activities.map((one) => one.id));
  return { share, entry: { rule: id, label: labelOf(running, visits), group, activityIds } };
}

function sharesOf(replay: Replay, fit: IcpFit | null, at: number): Share[] {
  const ofFit = (fit?.entries ?? []).map(({ rule, label, points }) => ({
    share: points,
    entry: { rule, label, group: "fit" as const, activityIds: [] },
  }));
  const ofActivities = [...replay.running.values()].map((running) =>
    activityShare(running, replay.model, at),
  );
  return [...ofFit, ...ofActivities].filter(({ share }) => share !== 0);
}

/**
 * The shares of one group in points of the total. Where the group was clamped to 0 or 100, every
 * share shrinks alike, so that the rows still add up to what is shown.
 */
function weighted(shares: readonly Share[], shown: number, weight: number): Share[] {
  const sum = shares.reduce((total, { share }) => total + share, 0);
  const factor = sum === 0 ? 0 : (shown / sum) * weight;
  return shares.map(({ entry, share }) => ({ entry, share: share * factor }));
}

/**
 * The score of a lead at a moment (C4), with the ledger that explains it. Activities after the
 * moment do not count. A row's points are its share of the total: its points in its group, scaled
 * where the group exceeds 100, times the group's weight, rounded so that the rows add up. Takes
 * activities in any order, best those of `sift(…).credible`. `fit` null means: not known, 0.
 */
export function score(
  activities: readonly Activity[],
  fit: IcpFit | null,
  model: ScoringModel,
  at: Date,
): Score {
  const moment = at.getTime();
  const replay = replayTo(activities, model, moment);
  const totals = totalsAt(replay, fit, moment);
  return { ...totals, entries: ledger(sharesOf(replay, fit, moment), totals, model) };
}

function ledger(shares: readonly Share[], totals: Omit<Score, "entries">, model: ScoringModel) {
  const rows = SCORE_GROUPS.flatMap((group) =>
    weighted(
      shares.filter(({ entry }) => entry.group === group),
      totals[group],
      model.weights[group],
    ),
  );
  const points = apportion(
    rows.map(({ share }) => share),
    totals.total,
  );
  return rows
    .map(({ entry }, index) => ({ ...entry, points: points[index] ?? 0 }))
    .filter((entry) => entry.points !== 0)
    .sort((a, b) => b.points - a.points || (a.rule < b.rule ? -1 : 1));
}
