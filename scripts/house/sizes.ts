import type { Problem, Source } from "./source";

const LONGEST = 300;
const NINE_IN_TEN = 180;
const MEDIAN = 60;
const ASIDE = /^db\/(schema|migrations)\//;

/** Files that are too long, and whether files as a whole have grown. */
export function oversized(sources: Source[]): Problem[] {
  const lengths = sources
    .filter(({ path }) => !ASIDE.test(path))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }));
  const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  const tooLong = lengths
    .filter(({ lines }) => lines > LONGEST)
    .map(({ path, lines }) => ({ path, what: `has ${lines} lines; ${LONGEST} is the most` }));
  return [
    ...tooLong,
    ...(at(0.5) < MEDIAN
      ? []
      : [{ path: ".", what: `half of the files have ${at(0.5)} lines or more` }]),
    ...(at(0.9) < NINE_IN_TEN
      ? []
      : [{ path: ".", what: `one in ten files has ${at(0.9)} lines or more` }]),
  ];
}
