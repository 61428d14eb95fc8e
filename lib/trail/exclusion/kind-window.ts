import type { Activity, ActivityKind } from "@/lib/intake/activities/activity";
import { DAY } from "@/lib/platform/durations";
import { capitalised } from "@/lib/platform/shown-text";
import { ageOf } from "../chronology";
import { type TrailSettings, WINDOW_GROUPS, type WindowGroup } from "../settings";
import type { ExclusionRule } from "./rule";

const GROUPS = Object.keys(WINDOW_GROUPS) as WindowGroup[];

const GROUP_OF = new Map<ActivityKind, WindowGroup>(
  GROUPS.flatMap((group) => WINDOW_GROUPS[group].kinds.map((kind) => [kind, group] as const)),
);

/** For how many days a kind counts. */
function daysOf({ kind }: Activity, { windows, windowDays }: TrailSettings): number {
  const group = GROUP_OF.get(kind);
  return (group && windows[group]) ?? windowDays;
}

/** 'Pages and email older than 30 days', or with several windows 'Pages older than 30 days, email than 14'. */
function wording({ windows, windowDays }: TrailSettings): string {
  const shorter = GROUPS.filter((group) => (windows[group] ?? windowDays) < windowDays);
  const parts = [...Map.groupBy(shorter, (group) => windows[group])].map(
    ([days, groups], index) => {
      const names = groups.map((group) => WINDOW_GROUPS[group].label.toLowerCase());
      const all = [names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(" and ");
      return index === 0 ? `${all} older than ${days} days` : `${all} than ${days}`;
    },
  );
  const text = parts.join(", ") || "kinds with a shorter window";
  return capitalised(text);
}

/** C3.1, C3.3: pages and email go out of date sooner. */
export const oldPageOrMail = {
  id: "old_page_or_mail",
  label: wording,
  why: "This kind of activity goes out of date sooner than the rest.",
  judge: (_activities, settings, now) => (activity) =>
    ageOf(activity, now) > daysOf(activity, settings) * DAY,
  ageAt: (activity, settings) => daysOf(activity, settings) * DAY,
} as const satisfies ExclusionRule;
