type Box = { left: number; top: number; bottom: number; width: number };
type Size = { offsetWidth: number; offsetHeight: number };
type Screen = { innerWidth: number };

const GAP = 6;
const MARGIN = 8;

/** Where what explains a word goes: above its middle, else below, and never over the screen's edge. */
export function beside(
  anchor: Box,
  { offsetWidth: width, offsetHeight: height }: Size,
  { innerWidth }: Screen,
): { left: number; top: number } {
  const middle = anchor.left + anchor.width / 2 - width / 2;
  const left = Math.max(MARGIN, Math.min(middle, innerWidth - width - MARGIN));
  const above = anchor.top - GAP - height;
  return { left, top: above >= MARGIN ? above : anchor.bottom + GAP };
}
