import type { Ask, Asked, Elapse } from "../chain/chain";
import type { Step } from "../chain/step";
import type { Answer, GivenValue } from "../provider";
import type { FieldRow } from "../values/merge-fields";

/** A step whose provider answers what a test says; by default it may refresh the job title. */
export function aStep(label: string, rest: Partial<Step> = {}): Step {
  return {
    id: label,
    provider: label.toLowerCase(),
    label,
    healthKey: label.toLowerCase(),
    lookup: "person",
    timeLimitMs: 10_000,
    cacheDays: 30,
    fills: { "C1.2": "refresh" },
    costCents: 10,
    local: false,
    ask: async () => ({ answer: "no_match", words: "Does not know them." }),
    ...rest,
  };
}

/** A value as a provider gives it; confirmed unless a test says otherwise. */
export const gave = (value: GivenValue["value"], rest: Partial<GivenValue> = {}): GivenValue => ({
  value,
  source: "enrichment",
  verified: true,
  ...rest,
});

/** A job title as the only thing that was found. */
export const foundTitle = (title: string): Answer => ({
  answer: "found",
  words: "Knows the person.",
  values: { "C1.2": gave(title) },
});

/** A captured value as it is stored. */
export const captured = (
  fieldId: FieldRow["fieldId"],
  value: FieldRow["value"],
  rest: Partial<FieldRow> = {},
): FieldRow => ({
  fieldId,
  value,
  source: "form",
  provider: "Website",
  obtainedAt: "2026-06-01T10:00:00.000Z",
  verified: false,
  prevails: true,
  ...rest,
});

/**
 * Time that passes only where a provider takes it or the chain pauses: `took` milliseconds for each
 * question to a provider of that name.
 */
export function fakeTime(at: Date, took: Readonly<Record<string, number>> = {}) {
  let elapsed = 0;
  const asked: string[] = [];
  const time: Elapse = {
    elapsed: () => elapsed,
    pause: async (ms) => {
      elapsed += ms;
    },
  };
  const ask: Ask = async (step, subject, limitMs): Promise<Asked> => {
    const takes = took[step.label] ?? 0;
    asked.push(step.label);
    elapsed += Math.min(takes, limitMs);
    const late = { answer: "failed", cause: "time_limit", words: "Too late." } as const;
    const answer = takes > limitMs ? late : await step.ask(subject, AbortSignal.abort());
    return { step, answer, kept: false, tookMs: takes, at };
  };
  return { time, ask, asked, elapsed: () => elapsed };
}
