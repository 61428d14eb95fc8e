import type { Activity } from "@/lib/intake/activities/activity";
import { SECOND } from "@/lib/platform/durations";
import type { ExclusionRule } from "./rule";

type Click = Extract<Activity, { kind: "email_clicked" }>;
type Delivery = Extract<Activity, { kind: "email_delivered" }>;

const isClick = (activity: Activity): activity is Click => activity.kind === "email_clicked";
const isDelivery = (activity: Activity): activity is Delivery =>
  activity.kind === "email_delivered";
const mailOf = (activity: Click | Delivery) => activity.details.messageId;
const timeOf = (activity: Activity) => activity.occurredAt.getTime();

/** The latest of sorted times that is not after `at`, by halving. */
function lastUntil(times: readonly number[], at: number): number | undefined {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return times[low - 1];
}

/** Clicks, in time order, whose nearest neighbour on a different link lies within `apart` ms. */
function partnered(clicks: readonly Click[], apart: number): Click[] {
  let previous: Click | undefined;
  let other: Click | undefined;
  return clicks.filter((click) => {
    if (previous && previous.details.url !== click.details.url) other = previous;
    previous = click;
    return other !== undefined && Math.abs(timeOf(click) - timeOf(other)) <= apart;
  });
}

function inBursts(activities: readonly Activity[], apart: number): Set<Activity> {
  const clicks = activities.filter(isClick).filter((click) => click.details.url !== undefined);
  const found = new Set<Activity>();
  for (const ofMail of Map.groupBy(clicks, mailOf).values()) {
    // Both directions, since the neighbour may come before or after.
    for (const click of partnered(ofMail, apart)) found.add(click);
    for (const click of partnered(ofMail.toReversed(), apart)) found.add(click);
  }
  return found;
}

/**
 * X.3: a machine that checks links gives itself away by its timing: it clicks or opens within
 * seconds of delivery, or follows different links of one mail within a second.
 */
export const linkScanner = {
  id: "link_scanner",
  label: () => "A link scanner, by its timing",
  why: "It followed a link within seconds of delivery, or several links of one mail at once.",
  judge(activities, settings) {
    const bursts = inBursts(activities, settings.burstMilliseconds);
    const delivered = new Map(
      [...Map.groupBy(activities.filter(isDelivery), mailOf)].map(
        ([mail, deliveries]) => [mail, deliveries.map(timeOf)] as const,
      ),
    );
    return (activity) => {
      if (activity.kind !== "email_clicked" && activity.kind !== "email_opened") return false;
      if (bursts.has(activity)) return true;
      const sent = lastUntil(delivered.get(activity.details.messageId) ?? [], timeOf(activity));
      return sent !== undefined && timeOf(activity) - sent <= settings.scannerSeconds * SECOND;
    };
  },
} as const satisfies ExclusionRule;
