import { isRoleAddress } from "@/lib/intake/emails/role-addresses";
import { DAY, HOUR, MINUTE } from "@/lib/platform/durations";
import type { FieldId } from "@/lib/standard/categories";
import type { Random } from "../random";
import { after, atTheDesk, whileOpen } from "./calendar";
import type { LeadHappening } from "./happening";
import { OUTAGE_DAYS } from "./journey";
import type { LeadPlan } from "./plan";

const DESKS = { sofia: 1, kofi: 0 } as const;
type Desk = keyof typeof DESKS;

function someDesk(chance: Random): { by: Desk; utcOffset: number } {
  const by = chance.pick(Object.keys(DESKS) as Desk[]);
  return { by, utcOffset: DESKS[by] };
}

/** The share of leads that are summarised before they peak, and while there is little to go by. */
const SUMMARISED = 0.84;
const SUMMARISED_IN_THE_DARK = 0.3;

function summaryText(chance: Random, { prospect, theme, course }: LeadPlan): string {
  const { given, companyName } = prospect;
  const start = chance.pick([
    `${given} is ${theme.aim}.`,
    `At ${companyName}, ${given} is ${theme.aim}.`,
    `${companyName} found us through ‘${theme.campaign}’: ${given} is ${theme.aim}.`,
  ]);
  const then = course === "returned" ? "After months of silence the interest is back. " : "";
  const end = chance.pick([
    `Ask about the time frame before showing anything.`,
    `Worth asking who else decides.`,
    `A short call now is better than a long one next week.`,
    `Have the price for one depot at hand.`,
  ]);
  return `${start} ${then}${theme.notice}${chance.chance(0.5) ? ` ${end}` : ""}`;
}

/** A summary some hours before the peak, so that the handoff is warm; seldom one that comes late. */
function summary(chance: Random, plan: LeadPlan, now: Date): LeadHappening[] {
  const { peaksAt, arrivesAt, prospect } = plan;
  if (!peaksAt) return [];
  const isDark = plan.through === "HubSpot" && peaksAt >= after(now, -OUTAGE_DAYS * DAY);
  if (plan.luck > (isDark ? SUMMARISED_IN_THE_DARK : SUMMARISED)) return [];
  const { by, utcOffset } = someDesk(chance);
  const at = whileOpen(after(peaksAt, -chance.between(120, 3_600) * MINUTE), utcOffset);
  if (at <= after(arrivesAt, MINUTE)) return [];
  return [{ kind: "summarised", at, lead: prospect.key, by, text: summaryText(chance, plan) }];
}

const NOTES = [
  "Closed-lost 18 months ago, on price. The new budget year has started.",
  "Just announced a second hub; expects to need it live by summer.",
  "Asked our partner in the region for a reference.",
  "Their carrier contract ends in the spring.",
  "Speaks for a buying group of four sites.",
  "Prefers email before a call.",
];
const FLAGS = [
  "Board decision this quarter",
  "Competitor in the house",
  "Handle with care",
  "Funding announced",
];

function remarks(chance: Random, { prospect, peaksAt, arrivesAt }: LeadPlan): LeadHappening[] {
  const { by, utcOffset } = someDesk(chance);
  const until = peaksAt ?? after(arrivesAt, 2 * DAY);
  const around = after(arrivesAt, chance.fraction() * (until.getTime() - arrivesAt.getTime()));
  const at = atTheDesk(around, chance.between(2, 40) * MINUTE, utcOffset);
  const said: LeadHappening[] = [];
  const lead = prospect.key;
  if (chance.chance(0.3))
    said.push({ kind: "noted", at, lead, by, remark: "note", text: chance.pick(NOTES) });
  if (chance.chance(0.14)) {
    said.push({
      kind: "noted",
      at: after(at, MINUTE),
      lead,
      by,
      remark: "flag",
      text: chance.pick(FLAGS),
    });
  }
  return said;
}

/** What marketing ops does about a lead of its own accord. */
export function marketing(chance: Random, plan: LeadPlan, now: Date): LeadHappening[] {
  const { course, prospect, arrivesAt } = plan;
  const lead = prospect.key;
  const { by, utcOffset } = someDesk(chance);
  const soon = atTheDesk(arrivesAt, chance.between(5, 300) * MINUTE, utcOffset);
  if (course === "tester") {
    const reason = prospect.email?.startsWith("qa")
      ? "One of us tried the form"
      : "A test submission";
    return [{ kind: "set_aside", at: soon, lead, by, reason }];
  }
  if (course === "listed") {
    const text = "From the fair: asked for a call there and then";
    const at = after(soon, 2 * MINUTE);
    return [
      { kind: "noted", at: soon, lead, by, remark: "flag", text },
      ...(prospect.documented ? [{ kind: "released", at, lead, by } as const] : []),
    ];
  }
  return [...summary(chance, plan, now), ...remarks(chance, plan)];
}

/** What somebody who knows where to look finds for a field, or null where nobody can. */
function found(chance: Random, plan: LeadPlan, fieldId: FieldId): string | null {
  const { prospect } = plan;
  switch (fieldId) {
    case "C1.2":
      return prospect.title && prospect.title !== "N/A" ? prospect.title : "Operations Manager";
    case "C1.4":
      return prospect.email && !isRoleAddress(prospect.email.split("@")[0] ?? "")
        ? prospect.email
        : null;
    case "C1.5":
      return prospect.country.mobile.replace(/#/g, () => `${chance.between(0, 9)}`);
    case "C1.6":
      return `https://www.linkedin.com/in/${prospect.key.split("@")[0]?.replace(/[^a-z0-9]+/g, "-")}`;
    case "C2.1":
      return `${chance.between(15, 240) * 10}`;
    case "C2.3":
      return "Logistics, road freight";
    case "C2.5":
      return "none";
    default:
      return null;
  }
}

const IN_VAIN = "Asked the company's reception twice; they give no direct numbers";
/** The share of held leads whose fields marketing ops finds, and of those with one found in vain. */
const MENDED = { known: 0.72, stranger: 0.22 } as const;
const NOT_OBTAINABLE = 0.14;

/** What marketing ops does once a lead is held with these fields missing (G.1, O.4). */
export function mending(
  chance: Random,
  plan: LeadPlan,
  missing: readonly FieldId[],
  heldAt: Date,
): LeadHappening[] {
  const { course, prospect } = plan;
  const lead = prospect.key;
  if (course === "tester" || prospect.email === null) return [];
  const { by, utcOffset } = someDesk(chance);
  const thought = after(heldAt, chance.between(1, 80) * HOUR);
  const at = atTheDesk(thought, chance.between(2, 50) * MINUTE, utcOffset);
  if (missing.includes("C1.5") && chance.chance(NOT_OBTAINABLE)) {
    return [{ kind: "not_obtainable", at, lead, by, fieldId: "C1.5", reason: IN_VAIN }];
  }
  if (!chance.chance(course === "stranger" ? MENDED.stranger : MENDED.known)) return [];
  return missing.flatMap((fieldId, number): LeadHappening[] => {
    const value = found(chance, plan, fieldId);
    if (value === null) return [];
    return [{ kind: "filled", at: after(at, number * 40_000), lead, by, fieldId, value }];
  });
}
