/**
 * Moves labels apart that would overlap, each as little as their order allows.
 * Positions and `gap` in pixels; all stay between `top` and `bottom` if there is room for them.
 */
export function spreadLabels(
  positions: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): number[] {
  const order = positions
    .map((_, place) => place)
    .sort((a, b) => at(positions, a) - at(positions, b));
  const placed = [...positions];
  let floor = top;
  for (const place of order) {
    placed[place] = Math.max(at(placed, place), floor);
    floor = at(placed, place) + gap;
  }
  // What was pushed out at the bottom pushes back up.
  let ceiling = bottom;
  for (const place of order.reverse()) {
    placed[place] = Math.min(at(placed, place), ceiling);
    ceiling = at(placed, place) - gap;
  }
  return placed;
}

function at(list: readonly number[], place: number): number {
  return list[place] ?? 0;
}
