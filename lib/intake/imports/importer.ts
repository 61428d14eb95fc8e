import { createHash } from "node:crypto";
import type { Transaction } from "@/db/client";
import type { Actor } from "@/lib/access/viewer";
import { recordOutcomes } from "@/lib/outcomes/commands";
import { isAhead } from "../activities/ahead";
import { recordActivitiesWithin } from "../activities/commands";
import { captureLeadsWithin } from "../commands";
import { activityRow } from "../csv/activity-row";
import { leadRow } from "../csv/lead-row";
import { outcomeRow } from "../csv/outcome-row";
import type { RowAnswer } from "../csv/row-answer";
import type { ImportTarget } from "../csv/synonyms";
import type { ActivityInput, LeadInput, OutcomeInput } from "../input";
import type { RowResult } from "./counts";

/** What became of one row that could be read; `field` is the one at fault, if one is. */
export type Written =
  | { result: Exclude<RowResult, "refused"> }
  | { result: "refused"; field: string | null; reason: string };

type Values = Readonly<Record<string, string>>;

/** How the rows of one kind of file are read and written. */
export type Importer = {
  /** Rows that one transaction takes in. */
  chunk: number;
  read(values: Values, others: Values, now: Date): RowAnswer<unknown>;
  /** What became of each, in their order. The inputs are what `read` gave. */
  write(tx: Transaction, actor: Actor, inputs: readonly unknown[], now: Date): Promise<Written[]>;
};

/** Where values from a file are said to come from. One name for all files: the same value again is no change. */
const PROVIDER = "File import";

/** The kinds of input stay apart by the closure; only this function sees both sides. */
function importer<Input>(kind: {
  chunk: number;
  read(values: Values, others: Values): RowAnswer<Input>;
  /** The time that must not lie in the future, by its field. */
  time(input: Input): [field: string, at: Date | undefined];
  write(tx: Transaction, actor: Actor, inputs: readonly Input[], now: Date): Promise<Written[]>;
}): Importer {
  return {
    chunk: kind.chunk,
    write: (tx, actor, inputs, now) => kind.write(tx, actor, inputs as readonly Input[], now),
    read: (values, others, now) => {
      const answer = kind.read(values, others);
      if (!answer.ok) return answer;
      const [field, at] = kind.time(answer.input);
      const late = at !== undefined && isAhead(at, now);
      return late ? { ok: false, field, reason: "lies in the future" } : answer;
    },
  };
}

const leads = importer<LeadInput>({
  chunk: 250,
  read: leadRow,
  time: ({ capturedAt }) => ["capturedAt", capturedAt],
  write: async (tx, actor, inputs, now) => {
    const captures = inputs.map((input) => ({ input, source: "map" as const, provider: PROVIDER }));
    return captureLeadsWithin(tx, actor, captures, now);
  },
});

/** Exports of some MAPs have no id for an activity: then the row itself is what is told apart. */
function withId(values: Values): Values {
  if ("id" in values) return values;
  const told = Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { ...values, id: createHash("sha256").update(JSON.stringify(told)).digest("hex") };
}

const activities = importer<ActivityInput>({
  chunk: 1_000,
  read: (values) => activityRow(withId(values)),
  time: ({ occurredAt }) => ["occurredAt", occurredAt],
  write: async (tx, actor, inputs, now) => {
    const stamp = { now, source: PROVIDER };
    const { fresh, refused } = await recordActivitiesWithin(tx, actor, inputs, stamp);
    const reasons = new Map(refused.map(({ index, reason }) => [index, reason]));
    return inputs.map((input, index): Written => {
      const reason = reasons.get(index);
      if (reason === undefined) return { result: fresh.has(index) ? "new" : "unchanged" };
      return { result: "refused", field: input.leadEmail ? "leadEmail" : "leadExternalId", reason };
    });
  },
});

const outcomes = importer<OutcomeInput>({
  chunk: 1_000,
  read: outcomeRow,
  time: ({ opportunityAt, wonAt }) => (wonAt ? ["wonAt", wonAt] : ["opportunityAt", opportunityAt]),
  write: recordOutcomes,
});

/** How the rows of each kind of file are read and written. */
export const IMPORTERS: Readonly<Record<ImportTarget, Importer>> = { leads, activities, outcomes };
