/**
 * Whole numbers that stand for the given shares and add up to exactly `whole`: each share is
 * rounded down, and what is left goes to the largest remainders (Hamilton's method), the earlier
 * of two equal ones first. `whole` must be within one per share of their sum.
 */
export function apportion(shares: readonly number[], whole: number): number[] {
  const parts = shares.map(Math.floor);
  const open = whole - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const step = Math.sign(open);
  const order = open < 0 ? byRemainder.toReversed() : byRemainder;
  for (let given = 0; order.length > 0 && given < Math.abs(open); given += 1) {
    const index = order[given % order.length]?.index ?? 0;
    parts[index] = (parts[index] ?? 0) + step;
  }
  return parts;
}
