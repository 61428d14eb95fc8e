/** A lead that somebody had, and when it was decided on, taken from them or set aside; null: never. */
export type Held = { ownerId: string; closedAt: Date | null };

/**
 * What each has open as past leads are dealt anew: each lead stays open for as long as it was then,
 * whoever gets it. `before` is what was open when the first of them came.
 */
export function openLeads(before: readonly Held[]) {
  const held = Map.groupBy(before, ({ ownerId }) => ownerId);
  const isOpen = (at: Date) => (one: Held) => one.closedAt === null || one.closedAt > at;
  return {
    /** How many somebody has open at a moment; asked in the order of time. */
    of(ownerId: string, at: Date): number {
      const open = (held.get(ownerId) ?? []).filter(isOpen(at));
      held.set(ownerId, open);
      return open.length;
    },
    give(one: Held): void {
      held.set(one.ownerId, [...(held.get(one.ownerId) ?? []), one]);
    },
  };
}
