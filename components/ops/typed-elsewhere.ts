/**
 * One's own text for a lead that is open twice, in two tabs or on two computers. `here`: what this page
 * has that is not saved, `there`: what the server keeps for the same person, which is what was typed
 * last anywhere. Null where there is none.
 */
type OwnTexts = { here: string | null; there: string | null };

const holds = (one: string | null, other: string) => one?.includes(other.trim()) ?? false;

/**
 * What one typed on another page and this one does not show; null where there is nothing such. What was
 * `known` of it stays until it is saved or taken over, though what is typed here is kept in its place.
 */
export function typedElsewhere({ here, there }: OwnTexts, known: string | null): string | null {
  if (there === null) return null;
  const other = there.trim() === here?.trim() ? known : there;
  return other === null || holds(here, other) ? null : other;
}

/**
 * The text that a page leaves to the server where one was typed on another page: both stand, one under
 * the other. `began` is what was put back when it was opened. Null where nothing was typed here, or the
 * other one holds it.
 */
export function leftBehind(
  { here, began }: { here: string | null; began: string | null },
  elsewhere: string | null,
): string | null {
  if (here === null || elsewhere === null || here.trim() === began?.trim()) return null;
  return holds(elsewhere, here) ? null : `${elsewhere.trimEnd()}\n\n${here}`;
}
