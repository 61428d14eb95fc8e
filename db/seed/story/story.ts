import type { DirectoryCompany } from "@/lib/enrichment/directory/file";
import type { ActivityInput } from "@/lib/intake/input";
import { DAY, MINUTE, SECOND } from "@/lib/platform/durations";
import type { FieldId } from "@/lib/standard/categories";
import { type Random, random } from "../random";
import { after } from "./calendar";
import { type Happening, inTime, type LeadHappening, type Sync } from "./happening";
import { journey } from "./journey";
import { marketing, mending } from "./marketing";
import { type LeadPlan, plans } from "./plan";
import { type Given, selling } from "./sales";
import { typed } from "./typed";

/** Systems deliver what is not urgent once a night. */
const SYNC = DAY;
/** From the last thing a lead does to the moment we are told, in milliseconds. */
const LAG = 2 * SECOND;

/** What happens by itself, and what people do about what the product makes of it. */
export type Story = {
  happenings: Happening[];
  whenHeld(lead: string, missing: readonly FieldId[], heldAt: Date): LeadHappening[];
  whenRouted(given: Given): LeadHappening[];
};

const CHANNELS = {
  "Paid search": 30,
  LinkedIn: 22,
  Webinar: 14,
  Referral: 12,
  Organic: 22,
} as const;

/** C5.3 is lacking where a channel does not say which asset it was. */
function assetOf(chance: Random, plan: LeadPlan, channel: string): string | null {
  if (plan.course === "listed" || chance.chance(0.08)) return null;
  return channel === "Webinar" ? plan.theme.webinar : plan.theme.guide;
}

function arrivals(chance: Random, plan: LeadPlan): LeadHappening[] {
  const { prospect, theme, arrivesAt, course, peaksAt, through } = plan;
  const isListed = course === "listed" || prospect.email === null;
  const channel = isListed ? "Trade fair" : chance.weighted(CHANNELS);
  const asset = assetOf(chance, plan, channel);
  const provider = isListed ? "List import" : through === "HubSpot" ? "HubSpot" : "Website form";
  const source = through === "HubSpot" && !isListed ? "map" : "form";
  const captured = (at: Date, touch: string, what: string | null): LeadHappening => {
    const input = typed(chance, prospect, { at, theme, channel: touch, asset: what });
    const lead = prospect.key;
    return {
      kind: "captured",
      at: after(at, LAG),
      lead,
      capture: { input, source, provider },
    };
  };
  const first = captured(arrivesAt, channel, asset);
  if (!peaksAt || !chance.chance(0.25)) return [first];
  // A second form on the way: the first touch stays, the last one is this.
  const onTheWay = (peaksAt.getTime() - arrivesAt.getTime()) * 0.7;
  return [first, captured(after(arrivesAt, onTheWay), "Email", theme.buyersDocument)];
}

/** An activity and when we are told of it. */
type Told = { activity: ActivityInput; at: number };

/** What is not urgent comes with the night's sync, and never before its lead has come in. */
function toldAt({ occurredAt }: ActivityInput, { arrivesAt }: LeadPlan): number {
  const known = Math.max(occurredAt.getTime(), arrivesAt.getTime() + MINUTE);
  return Math.ceil(known / SYNC) * SYNC;
}

/** Each night's sync, of all leads at once; the last one comes at `now`. */
function deliveries(told: readonly Told[], now: Date): Sync[] {
  return [...Map.groupBy(told, ({ at }) => Math.min(at, now.getTime()))].map(([at, those]) => ({
    kind: "synced",
    at: new Date(at),
    activities: those.map(({ activity }) => activity),
  }));
}

/** A decisive visit comes at once, and with it what was waiting for the night. */
function peakOf(
  lead: string,
  peak: readonly ActivityInput[],
  waiting: readonly Told[],
): LeadHappening[] {
  const last = peak.at(-1);
  if (!last) return [];
  const activities = [...waiting.map(({ activity }) => activity), ...peak];
  return [{ kind: "acted", lead, at: after(last.occurredAt, LAG), activities }];
}

/** What one lead does and what marketing ops does about it; `nightly` comes with the syncs. */
function tellOf(chance: Random, plan: LeadPlan, now: Date) {
  const told = journey(chance.branch("journey"), plan, now);
  const peakAt = told.peak.at(-1)?.occurredAt.getTime() ?? Number.POSITIVE_INFINITY;
  const calm = told.calm.map((activity) => ({ activity, at: toldAt(activity, plan) }));
  const isWaiting = ({ activity, at }: Told) =>
    at > peakAt && activity.occurredAt.getTime() <= peakAt;
  const happenings = [
    ...arrivals(chance.branch("arrival"), plan),
    ...peakOf(plan.prospect.key, told.peak, calm.filter(isWaiting)),
    ...marketing(chance.branch("marketing"), plan, now),
  ];
  return { happenings, nightly: calm.filter((one) => !isWaiting(one)) };
}

/**
 * Two quarters of the demonstration's company, up to `now`: the same seed, size and moment give the
 * same story. Pure; nothing is written.
 */
export function story(
  companies: readonly DirectoryCompany[],
  { now, seed, leads: size }: { now: Date; seed: number; leads: number },
): Story {
  const chance = random(`story ${seed}`);
  const cast = plans(chance, companies, { now, size });
  const byKey = new Map(cast.map((plan) => [plan.prospect.key, plan]));
  const planOf = (lead: string): LeadPlan => {
    const plan = byKey.get(lead);
    if (!plan) throw new Error(`The story has no lead ${lead}.`);
    return plan;
  };
  const told = cast.map((plan) => tellOf(chance.branch(plan.prospect.key), plan, now));
  const syncs = deliveries(
    told.flatMap(({ nightly }) => nightly),
    now,
  );
  const happenings = [...told.flatMap((one) => one.happenings), ...syncs];
  return {
    happenings: inTime(happenings).filter(({ at }) => at <= now),
    whenHeld: (lead, missing, heldAt) =>
      mending(chance.branch(`${lead}/mending`), planOf(lead), missing, heldAt),
    whenRouted: (given) =>
      selling(chance.branch(`${given.lead}/selling ${given.times}`), planOf(given.lead), given),
  };
}
