import type { Touchpoint } from "@/lib/standard/behavioral-trail";
import { inSentence } from "../wording/prose";
import type { TrailEdits } from "./edits";
import { type Group, newestOf } from "./grouped";

/** A touchpoint as it stands in the trail, with what was done to it. */
export type TrailLine = Touchpoint & {
  key: string;
  worth: number;
  pinned: boolean;
  /** What it would say by the rules; `text` is the same where nobody reworded it. */
  ruleText: string;
  /** The keys of what it is made of: one, or what was merged. */
  parts: string[];
  activityIds: string[];
  /** When the lead last did anything of it, an ISO 8601 instant. */
  newestAt: string;
  /** Each part in the rules' own words, which drafts and openers are made of. */
  told: Touchpoint[];
};

type Part = Touchpoint & { key: string; activityIds: string[] };

const sameKeys = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((key) => other.includes(key));

/** Merged lines in one: 'Read /pricing twice; downloaded ‘Security pack’'. */
function ruleTextOf(parts: readonly Part[]): string {
  return parts.map(({ text }, at) => (at === 0 ? text : inSentence(text))).join("; ");
}

/** A group in words, with a person's where they were written for exactly this. Counts add up. */
export function lineOf(group: Group, told: readonly Part[], edits: TrailEdits): TrailLine {
  const [first, ...rest] = told;
  // A line may stand for a hundred thousand activities, which need not be copied.
  const single = rest.length === 0 ? first : undefined;
  const parts = told.map(({ key }) => key);
  const ruleText = ruleTextOf(told);
  const words = edits.reworded.find((one) => one.key === group.key && sameKeys(one.parts, parts));
  const firsts = told.map(({ firstAt }) => firstAt).toSorted();
  const lasts = told.map(({ lastAt }) => lastAt).toSorted();
  return {
    kind: first?.kind ?? "",
    text: words?.text ?? ruleText,
    count: told.reduce((sum, { count }) => sum + count, 0),
    firstAt: firsts[0] ?? "",
    lastAt: lasts.at(-1) ?? "",
    key: group.key,
    worth: group.worth,
    pinned: edits.pinned.includes(group.key),
    ruleText,
    parts,
    activityIds: single ? single.activityIds : told.flatMap(({ activityIds }) => activityIds),
    newestAt: newestOf(group),
    told: [...told],
  };
}
