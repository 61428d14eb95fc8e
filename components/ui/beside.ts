type Box = { left: number; top: number; bottom: number; width: number };
type Size = { offsetWidth: number; offsetHeight: number };
type Screen = { innerWidth: number; innerHeight: number };

const GAP = 6;
const MARGIN = 8;

/**
 * Where what explains a word goes: below its middle, since the value that it is said of stands
 * before or above it; else above, and never over the screen's edge.
 */
export function beside(
  anchor: Box,
  { offsetWidth: width, offsetHeight: height }: Size,
  { innerWidth, innerHeight }: Screen,
): { left: number; top: number } {
  const middle = anchor.left + anchor.width / 2 - width / 2;
  const left = Math.max(MARGIN, Math.min(middle, innerWidth - width - MARGIN));
  const below = anchor.bottom + GAP;
  const fits = below + height <= innerHeight - MARGIN;
  return { left, top: fits ? below : Math.max(MARGIN, anchor.top - GAP - height) };
}
