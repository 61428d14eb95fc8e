import { describe, expect, it } from "vitest";
import type { Activity } from "@/lib/intake/activities/activity";
import { icpFit } from "@/lib/scoring/icp/icp";
import { DEFAULT_MODEL } from "@/lib/scoring/model/default-model";
import type { ScoreOverride } from "@/lib/scoring/override";
import { score } from "@/lib/scoring/score";
import { findTrigger } from "@/lib/scoring/trigger/trigger";
import { attended, form, NOW, page } from "@/lib/trail/testing/story";
import { triggerStanding } from "./trigger-standing";

const fit = icpFit(
  { employees: 1_200, industry: "Logistics", techStack: ["SAP"], region: "NO", revenue: "€ 80 M" },
  DEFAULT_MODEL,
);
const asked = form(0.2, "Demo request");
const seen = page(1, "/pricing");
const met = attended(3, "Peak season");

/** What stands of an earlier judgement, now that only `credible` of `all` counts. */
function standing(
  all: readonly Activity[],
  credible: readonly Activity[],
  before: { text: string; at: Date } | null,
  override: ScoreOverride | null = null,
) {
  const file = {
    ...{ mqlAt: before?.at ?? null, trigger: before?.text ?? null, activities: [...all] },
    scoring: { entries: [], history: [], override, map: [], dueAt: null },
  };
  const found = findTrigger(credible, fit, DEFAULT_MODEL, NOW);
  const now = { score: score(credible, fit, DEFAULT_MODEL, NOW), totalFrom: null };
  return triggerStanding(file, DEFAULT_MODEL, { found, standing: now, credible }, NOW)?.text;
}
const told = (text: string) => ({ text, at: asked.occurredAt });

describe("C4.6 what made an MQL before", () => {
  const stored = told("Asked for a demo, a day after a look at pricing");

  it("falls with its activity once that is left out", () => {
    expect(standing([seen, asked], [seen, asked], stored)).toBe(stored.text);
    expect(standing([seen, asked], [seen], stored)).toBeUndefined();
    expect(standing([seen, asked], [seen, asked], null)).toBeDefined();
  });

  it("is told without what came before it, once that is left out", () => {
    expect(standing([seen, asked], [asked], stored)).toBe("Asked for a demo");
  });

  it("is told with what came in late and lies before it", () => {
    expect(standing([met, asked], [met, asked], told("Asked for a demo"))).toBe(
      "Asked for a demo, three days after attending ‘Peak season’",
    );
  });

  it("is nothing where a person set the score below the threshold, and theirs from it on", () => {
    const set = (total: number) => ({
      ...{ total, reason: "the CFO called us", author: "Maya" },
      at: "2026-11-20T09:00:00.000Z",
    });
    const { threshold } = DEFAULT_MODEL;
    expect(standing([seen, asked], [seen, asked], stored, set(threshold - 1))).toBeUndefined();
    expect(standing([seen], [seen], null, set(threshold - 1))).toBeUndefined();
    expect(standing([seen], [seen], null, set(threshold))).toBe(
      `Maya set the score to ${threshold}: the CFO called us`,
    );
    expect(standing([seen, asked], [seen, asked], stored, set(99))).toBe(stored.text);
  });

  it("stays where a person or a model decided, or the activity was forgotten since", () => {
    const byPerson = told("Mia Berg marked this lead as ready for sales");
    expect(standing([seen, asked], [seen], byPerson)).toBe(byPerson.text);
    expect(standing([seen], [seen], stored)).toBe(stored.text);
  });
});
