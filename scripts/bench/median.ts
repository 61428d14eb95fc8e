/** The middle one of some numbers; of an even count the mean of the middle two. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [above = Number.NaN, below = Number.NaN] = [sorted[half], sorted[half - 1]];
  return sorted.length % 2 === 1 ? above : (above + below) / 2;
}
