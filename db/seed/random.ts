/** Chance that repeats itself: the same seed gives the same answers in the same order. */
export type Random = {
  /** From 0 up to, not including, 1. */
  fraction(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of the keys, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  shuffled<T>(items: readonly T[]): T[];
  /**
   * Chance of its own for a named part, which what the other parts ask does not disturb: one lead
   * more leaves the others as they were.
   */
  branch(name: string): Random;
};

/** FNV-1a, 32 bits (RFC 9923): spreads names that differ in one letter. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    state = Math.imul(state ^ byte, 0x01000193);
  }
  return state >>> 0;
}

/** A counter stepped by the golden ratio and mixed by two multiplications, 32 bits a draw. */
function drawsFrom(seed: number): () => number {
  let counter = seed;
  return () => {
    counter = (counter + 0x9e3779b9) | 0;
    let mixed = counter ^ (counter >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** Chance from a seed: any text or whole number. */
export function random(seed: string | number): Random {
  const fraction = drawsFrom(hash(String(seed)));
  const between = (least: number, most: number) =>
    least + Math.floor(fraction() * (most - least + 1));
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError("There is nothing to pick from.");
    return items[between(0, items.length - 1)] as T;
  };
  return {
    fraction,
    between,
    chance: (probability) => fraction() < probability,
    pick,
    weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
      const entries = Object.entries<number>(weights) as [K, number][];
      let left = fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const hit = entries.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return (hit ?? entries[entries.length - 1] ?? pick([]))[0];
    },
    shuffled<T>(items: readonly T[]): T[] {
      const rest = [...items];
      for (let last = rest.length - 1; last > 0; last--) {
        const other = between(0, last);
        [rest[last], rest[other]] = [rest[other] as T, rest[last] as T];
      }
      return rest;
    },
    branch: (name) => random(`${seed}/${name}`),
  };
}
