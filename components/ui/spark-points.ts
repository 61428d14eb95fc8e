const round = (value: number) => Math.round(value * 10) / 10;

/**
 * Places values in a box of `width` by `height` pixels, `inset` from its edges, the highest on top.
 * A flat history lies in the middle; one value alone sits at the right.
 */
export function sparkPoints(
  values: readonly number[],
  width: number,
  height: number,
  inset: number,
): { x: number; y: number }[] {
  const low = Math.min(...values);
  const range = Math.max(...values) - low;
  const step = (width - 2 * inset) / Math.max(1, values.length - 1);
  return values.map((value, place) => ({
    x: round(values.length === 1 ? width - inset : inset + place * step),
    y: round(
      range === 0 ? height / 2 : height - inset - ((value - low) / range) * (height - 2 * inset),
    ),
  }));
}
