import type { TrendEvent } from "./trend";

/** Letters nearer to each other than this, in pixels, run into one another. */
const ROOM = 16;

/**
 * The events of a time axis, those whose letters would run into one another under a common one in
 * their middle: B, C and D become 'B–D', and the others are lines alone. `step`: pixels a week.
 */
export function eventLabels(
  events: readonly TrendEvent[],
  step: number,
): { week: number; label: string }[] {
  const groups: TrendEvent[][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && (event.week - before.week) * step < ROOM) last.push(event);
    else groups.push([event]);
  }
  return groups.flatMap((group) => {
    const [first, last] = [group[0]?.label ?? "", group.at(-1)?.label ?? ""];
    const common = group.length === 1 ? first : `${first}–${last}`;
    const middle = Math.floor((group.length - 1) / 2);
    return group.map(({ week }, place) => ({ week, label: place === middle ? common : "" }));
  });
}
