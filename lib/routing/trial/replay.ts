import type { LeadFacts } from "../lead-facts";
import { type Chosen, chooseOwner, type Team } from "../owner";
import type { Presence, Rep } from "../rep";
import type { RoutingSettings } from "../rule-book";
import { type Held, openLeads } from "./open-leads";

/** A lead that was handed off: what the rules know of it, who got it then, and until when it was open. */
export type PastLead = Pick<Held, "closedAt"> & {
  leadId: string;
  name: string;
  at: Date;
  facts: LeadFacts;
  had: { id: string; name: string };
};

/** A lead that would go to somebody else. */
type MovedLead = Pick<PastLead, "leadId" | "name"> & {
  companyName: string;
  before: string;
  after: string;
  reason: string;
};

/** What is tried on: past leads, the oldest first, and what was open when the first of them came. */
type Past = { leads: readonly PastLead[]; openBefore: readonly Held[] };

/** What rules would do to the leads handed off last. `expected` moves by the rules in force. */
export type RoutingTrial = {
  leads: number;
  moved: number;
  expected: number;
  byFallback: number;
  people: { name: string; before: number; after: number }[];
  first: MovedLead[];
};

/** Whether somebody worked at a moment. */
type PresenceAt = (personId: string, at: Date) => Presence;

const SHOWN = 12;

type Dealt = { lead: PastLead; chosen: Chosen | null };

/** Deals the leads out in their order, each in its hour, up to the caps that hold today. */
function dealt(
  { leads, openBefore }: Past,
  team: Team,
  settings: RoutingSettings,
  presenceAt: PresenceAt,
): Dealt[] {
  const credits = new Map<string, number>();
  const last = new Map<string, number>();
  const open = openLeads(openBefore);
  return leads.map((lead) => {
    const reps = team.reps.map(
      (rep): Rep => ({
        ...rep,
        openLeads: rep.cap === null ? 0 : open.of(rep.id, lead.at),
        presence: presenceAt(rep.id, lead.at),
        credit: credits.get(rep.id) ?? 0,
        lastRoutedAt: last.get(rep.id) ?? null,
      }),
    );
    const chosen = chooseOwner(lead.facts, { ...team, reps }, settings, lead.at);
    for (const { personId, by } of chosen?.credits ?? []) {
      credits.set(personId, (credits.get(personId) ?? 0) + by);
    }
    if (chosen) {
      last.set(chosen.ownerId, lead.at.getTime());
      open.give({ ownerId: chosen.ownerId, closedAt: lead.closedAt });
    }
    return { lead, chosen };
  });
}

const isMoved = ({ lead, chosen }: Dealt) => chosen?.ownerId !== lead.had.id;

/** Deals past leads by rules that are tried, and beside by those in force. */
export function replay(
  past: Past,
  team: Team,
  rules: { tried: RoutingSettings; inForce: RoutingSettings },
  presenceAt: PresenceAt,
): RoutingTrial {
  const { leads } = past;
  const all = dealt(past, team, rules.tried, presenceAt);
  const moved = all.filter(isMoved);
  const people = [...team.reps, ...(team.fallback ? [team.fallback] : [])];
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? "";
  const names = new Map(leads.map(({ had }) => [had.id, had.name]));
  for (const { chosen } of all) if (chosen) names.set(chosen.ownerId, nameOf(chosen.ownerId));
  return {
    leads: leads.length,
    moved: moved.length,
    expected: dealt(past, team, rules.inForce, presenceAt).filter(isMoved).length,
    byFallback: all.filter(({ chosen }) => chosen?.byFallback).length,
    people: [...names]
      .map(([id, name]) => ({
        name,
        before: leads.filter(({ had }) => had.id === id).length,
        after: all.filter(({ chosen }) => chosen?.ownerId === id).length,
      }))
      .toSorted(
        (one, other) => other.after - one.after || one.name.localeCompare(other.name, "en"),
      ),
    first: moved
      .toReversed()
      .slice(0, SHOWN)
      .map(({ lead, chosen }) => ({
        leadId: lead.leadId,
        name: lead.name,
        companyName: lead.facts.companyName,
        before: lead.had.name,
        after: chosen ? nameOf(chosen.ownerId) : "Nobody",
        reason: chosen?.reason.replace(/^Yours: /, "") ?? "no rep has access",
      })),
  };
}
