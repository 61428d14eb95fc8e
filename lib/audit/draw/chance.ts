import { hash } from "node:crypto";

/** A stream of chance that a seed fixes for good. */
type Chance = {
  /** A whole number from 0 up to, not including, `below` (at most 2^32): each equally likely. */
  below(below: number): number;
};

const WORD = 2 ** 32;

/**
 * The chance of a seed, made so that anybody can make it again: block `i` is SHA-256 of the UTF-8
 * text `<seed>/<i>`, from 0 on, read as eight big-endian words of 32 bits. A word that would favour
 * small remainders is thrown away (rejection, Lemire 2019, section 3), so that nothing is biased.
 */
export function chanceOf(seed: string): Chance {
  let block = 0;
  let bytes = Buffer.alloc(0);
  let at = 0;
  const word = () => {
    if (at === bytes.length) {
      bytes = hash("sha256", `${seed}/${block++}`, "buffer");
      at = 0;
    }
    at += 4;
    return bytes.readUInt32BE(at - 4);
  };
  return {
    below(below) {
      if (!Number.isInteger(below) || below < 1 || below > WORD) {
        throw new RangeError(`Nothing to choose among ${below}.`);
      }
      const fair = WORD - (WORD % below);
      for (;;) {
        const drawn = word();
        if (drawn < fair) return drawn % below;
      }
    },
  };
}

/**
 * The first `count` of a shuffle (Fisher and Yates, from the front). Asked for more of the same
 * seed and items it begins with the same ones, so that a reserve follows a sample.
 */
export function drawFrom<T>(items: readonly T[], count: number, chance: Chance): T[] {
  const rest = [...items];
  const drawn = Math.min(count, rest.length);
  for (let at = 0; at < drawn; at += 1) {
    const other = at + chance.below(rest.length - at);
    [rest[at], rest[other]] = [rest[other] as T, rest[at] as T];
  }
  return rest.slice(0, drawn);
}
