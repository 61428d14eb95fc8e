import type { ActivityInput } from "@/lib/intake/input";
import { DAY, HOUR } from "@/lib/platform/durations";
import type { Random } from "../random";
import { after, inWorkingTime } from "./calendar";
import { intentSignal, noise, remark } from "./noise";
import type { LeadPlan } from "./plan";
import { type Actor, actor, campaignMail, glance, look, study, type Want, webinar } from "./visits";

/** HubSpot stops sending page views and clicks this long before now: the story of the audit page. */
export const OUTAGE_DAYS = 21;

/** What a lead did before its peak, and the visit that is its peak. */
type Journey = { calm: ActivityInput[]; peak: ActivityInput[] };

function actorOf(chance: Random, { prospect, theme, through }: LeadPlan): Actor {
  const { key, email, externalId } = prospect;
  const lead = email ? { leadEmail: email } : { leadExternalId: externalId ?? key };
  return actor(chance, { lead, key, theme, pagesFrom: through });
}

/** A moment between two others, at a time when people at the lead's place work. */
function between(chance: Random, plan: LeadPlan, from: Date, until: Date): Date {
  const at = after(from, chance.fraction() * (until.getTime() - from.getTime()));
  const worked = inWorkingTime(chance, at, plan.prospect.country.utcOffset);
  return worked < until ? worked : at;
}

/** The first weeks: what one reads before one wants anything. */
function interest(chance: Random, who: Actor, plan: LeadPlan, until: Date): ActivityInput[] {
  const { arrivesAt, course } = plan;
  const keen = course === "hot" || course === "live" || course === "returned";
  const some = () => between(chance, plan, arrivesAt, until);
  const times = <T>(count: number, what: () => T[]) => Array.from({ length: count }, what).flat();
  return [
    ...look(chance, who, arrivesAt, chance.chance(keen ? 0.5 : 0.3)),
    ...times(chance.between(keen ? 1 : 0, 2), () => glance(chance, who, some())),
    ...times(chance.between(1, 3), () => campaignMail(chance, who, some())),
    ...(keen && chance.chance(0.6) ? look(chance, who, some(), false) : []),
    ...(chance.chance(keen ? 0.3 : 0.12) ? webinar(chance, who, some(), chance.chance(0.6)) : []),
    ...(chance.chance(0.3) ? noise(chance, who, some()) : []),
    ...(keen && chance.chance(0.12) ? intentSignal(chance, who, some()) : []),
    ...(keen && chance.chance(0.06) ? remark(chance, who, some()) : []),
  ];
}

function wants(chance: Random, isDark: boolean): Want[] {
  // While HubSpot sends no pages, only those who also ask for something still become an MQL.
  if (isDark) return ["pages", "pricing", ...chance.shuffled<Want>(["document", "request"])];
  const looks = chance
    .shuffled<Want>(["pages", "pricing", "comparison"])
    .slice(0, chance.between(2, 3));
  const deeds = chance
    .shuffled<Want>(["document", "chat", "request"])
    .slice(0, chance.between(1, 2));
  return [...looks, ...deeds];
}

const isLost = (outageFrom: Date) => (activity: ActivityInput) =>
  activity.source === "HubSpot" &&
  (activity.kind === "page_viewed" || activity.kind === "email_clicked") &&
  activity.occurredAt >= outageFrom;

/** The decisive visit. A live one ends when it is said to, so that its clock runs from there. */
function decisive(chance: Random, who: Actor, plan: LeadPlan, peaksAt: Date, isDark: boolean) {
  const visit = study(chance, who, peaksAt, wants(chance, isDark));
  if (plan.course !== "live") return visit;
  const length = (visit.at(-1)?.occurredAt.getTime() ?? 0) - peaksAt.getTime();
  return visit.map((one) => ({ ...one, occurredAt: after(one.occurredAt, -length) }));
}

/**
 * Everything a lead does up to `now`, as the systems report it: what HubSpot saw during its
 * outage is missing. Nobody who is away for months does anything meanwhile.
 */
export function journey(chance: Random, plan: LeadPlan, now: Date): Journey {
  const { arrivesAt, peaksAt, course, through } = plan;
  if (course === "tester") return { calm: [], peak: [] };
  const who = actorOf(chance, plan);
  const outageFrom = after(now, -OUTAGE_DAYS * DAY);
  const kept = (activities: ActivityInput[]) =>
    activities.filter((one) => one.occurredAt <= now && !isLost(outageFrom)(one));
  const fade = after(arrivesAt, chance.between(10, 25) * DAY);
  const end = peaksAt && course !== "returned" ? after(peaksAt, -HOUR) : fade;
  const calm = interest(chance, who, plan, end < now ? end : now);
  if (!peaksAt) return { calm: kept(calm), peak: [] };
  const isDark = through === "HubSpot" && peaksAt >= outageFrom;
  return { calm: kept(calm), peak: kept(decisive(chance, who, plan, peaksAt, isDark)) };
}
