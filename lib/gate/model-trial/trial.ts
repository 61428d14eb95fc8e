import type { Tier } from "@/lib/scoring/icp/icp";
import type { ScoringModel } from "@/lib/scoring/model/model";
import type { Standard } from "@/lib/standard/standard";
import { type Assessment, assess } from "../assessment";
import type { LeadFile } from "../lead-file";

/** Where a lead would stand: held at the gate, ready and no MQL, or an MQL that goes to a rep. */
export type TriedState = "held" | "held MQL" | "ready" | "to a rep";

/** What one model makes of a lead. */
type Standing = { total: number | null; tier: Tier | null; state: TriedState };

/** A lead of whom something changes. */
export type TriedLead = {
  id: string;
  name: string | null;
  companyName: string | null;
  before: Standing;
  after: Standing;
  /** Whether the rep would read other touchpoints. */
  trail: boolean;
};

/** What a model would change for a sample of the leads whom no rep has. */
export type ModelTrial = {
  /** How many leads were tried, of how many there are. */
  tried: number;
  leads: number;
  changing: number;
  scores: number;
  tiers: number;
  states: number;
  trails: number;
  /** How many would be in each state, before and after; states without a lead are left out. */
  byState: { state: TriedState; before: number; after: number }[];
  /** Those who change state first, then by how far the score moves. */
  first: TriedLead[];
  countedAt: Date;
};

const STATES: readonly TriedState[] = ["to a rep", "ready", "held MQL", "held"];

function standingOf({ score, tier, trigger, holds }: Assessment): Standing {
  const isMql = trigger !== null;
  const held = holds.length > 0;
  const state = held ? (isMql ? "held MQL" : "held") : isMql ? "to a rep" : "ready";
  return { total: score?.total ?? null, tier, state };
}

function named({ fields }: Assessment) {
  const text = (id: "C1.1" | "C1.3") => {
    const value = fields[id]?.value;
    return typeof value === "string" ? value : null;
  };
  return { name: text("C1.1"), companyName: text("C1.3") };
}

/** How one lead would stand under a model, beside how it stands under the one in force. */
export function tried(
  file: LeadFile,
  standard: Standard,
  models: { inForce: ScoringModel; draft: ScoringModel },
  now: Date,
): TriedLead {
  const was = assess(file, standard, models.inForce, now);
  const will = assess(file, standard, models.draft, now);
  const texts = ({ touchpoints }: Assessment) => touchpoints.map(({ text }) => text).join("\n");
  const trail = texts(was) !== texts(will);
  return { id: file.id, ...named(was), before: standingOf(was), after: standingOf(will), trail };
}

const moves = ({ before, after, trail }: TriedLead) => ({
  trail,
  score: before.total !== after.total,
  tier: before.tier !== after.tier,
  state: before.state !== after.state,
});

const distance = ({ before, after }: TriedLead) =>
  Math.abs((after.total ?? 0) - (before.total ?? 0));

function inOrder(a: TriedLead, b: TriedLead): number {
  const byState = Number(moves(b).state) - Number(moves(a).state);
  return byState || distance(b) - distance(a) || (a.id < b.id ? -1 : 1);
}

/** The counts of what was tried; `most` limits the list of leads. */
export function summed(
  all: readonly TriedLead[],
  { leads, countedAt, most }: { leads: number; countedAt: Date; most: number },
): ModelTrial {
  const changing = all.filter((one) => Object.values(moves(one)).some(Boolean));
  const count = (of: keyof ReturnType<typeof moves>) => all.filter((one) => moves(one)[of]).length;
  const byState = STATES.map((state) => ({
    state,
    before: all.filter(({ before }) => before.state === state).length,
    after: all.filter(({ after }) => after.state === state).length,
  }));
  return {
    tried: all.length,
    leads,
    changing: changing.length,
    countedAt,
    scores: count("score"),
    tiers: count("tier"),
    states: count("state"),
    trails: count("trail"),
    byState: byState.filter(({ before, after }) => before + after > 0),
    first: changing.toSorted(inOrder).slice(0, most),
  };
}
