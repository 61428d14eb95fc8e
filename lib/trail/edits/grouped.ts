import type { Weighed } from "../curation/weighed";
import type { TrailEdits } from "./edits";

/** What makes one line: one thing that the lead did, or several that a person merged. */
export type Group = Omit<Weighed, "topic"> & { parts: readonly Weighed[] };

const single = (one: Weighed): Group => ({
  key: one.key,
  family: one.family,
  worth: one.worth,
  parts: [one],
});

function together(key: string, parts: readonly Weighed[]): Group {
  const [first] = parts;
  if (!first) throw new Error("A group is made of something.");
  // Ranked already, so that the first is worth most and speaks for all.
  return { key, family: first.family, worth: first.worth, parts };
}

/** The things that a lead did as lines, what a person merged as one. Takes and gives them ranked. */
export function grouped(ranked: readonly Weighed[], { merged }: TrailEdits): Group[] {
  if (merged.length === 0) return ranked.map(single);
  const keyOf = new Map(merged.flatMap((keys) => keys.map((key) => [key, keys[0] ?? key])));
  const groups = new Map<string, Weighed[]>();
  for (const one of ranked) {
    const key = keyOf.get(one.key) ?? one.key;
    const parts = groups.get(key);
    if (parts) parts.push(one);
    else groups.set(key, [one]);
  }
  // Each stands where its first part stood, which is where its worth puts it.
  return [...groups].map(([key, parts]) => together(key, parts));
}

/** When the lead last did what a line tells of, as an ISO 8601 instant. */
export function newestOf({ parts }: Group): string {
  const times = parts.map(({ topic }) => topic.activities.at(-1)?.occurredAt.getTime() ?? 0);
  return new Date(Math.max(...times)).toISOString();
}

/** True where a person dropped the line and the lead did nothing of the kind since. */
export function isDropped(group: Group, { dropped }: TrailEdits): boolean {
  const drop = dropped.find(({ key }) => key === group.key);
  return drop !== undefined && newestOf(group) <= drop.through;
}

/** What the rules chose, with what a person pinned in place of what was worth least. */
export function withPins(
  chosen: readonly Group[],
  open: readonly Group[],
  { pinned }: TrailEdits,
  most: number,
): Group[] {
  if (pinned.length === 0) return [...chosen];
  const held = pinned
    .flatMap((key) => open.find((group) => group.key === key) ?? [])
    .slice(0, most);
  const others = chosen.filter((group) => !held.includes(group));
  return [...held, ...others.slice(0, most - held.length)];
}

/** Lines as a person ordered them; those that nobody placed keep their order and come after. */
export function inOrder<T extends { key: string }>(
  lines: readonly T[],
  { order }: TrailEdits,
): T[] {
  const placeOf = ({ key }: T) => {
    const at = order.indexOf(key);
    return at < 0 ? order.length : at;
  };
  return lines.toSorted((one, other) => placeOf(one) - placeOf(other));
}
