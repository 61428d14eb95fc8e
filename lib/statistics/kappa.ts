import { Z_95 } from "./normal";

/** How far two people agree beyond chance. Ratios; `kappa` is null where it is not defined. */
export type Agreement = {
  of: number;
  agreed: number;
  kappa: number | null;
  low: number | null;
  high: number | null;
};

/**
 * Cohen's kappa of pairs of verdicts (Cohen 1960), unweighted, with the 95% interval of the large
 * sample's standard error (Fleiss, Cohen and Everitt 1969; Fleiss, Levin and Paik 2003, 18.1). Not
 * defined where both say the same one thing of everything: then chance alone would agree fully.
 */
export function agreement<T>(pairs: readonly (readonly [T, T])[]): Agreement {
  const of = pairs.length;
  const agreed = pairs.filter(([one, other]) => one === other).length;
  const words = [...new Set(pairs.flat())];
  const share = (count: number) => count / of;
  const firsts = new Map(words.map((w) => [w, share(pairs.filter(([one]) => one === w).length)]));
  const seconds = new Map(
    words.map((w) => [w, share(pairs.filter(([, two]) => two === w).length)]),
  );
  const p = (map: Map<T, number>, word: T) => map.get(word) ?? 0;
  const byChance = words.reduce((sum, word) => sum + p(firsts, word) * p(seconds, word), 0);
  if (of === 0 || byChance >= 1) return { of, agreed, kappa: null, low: null, high: null };
  const kappa = (share(agreed) - byChance) / (1 - byChance);
  const variance = pairs.reduce(
    (sum, [one, other]) => {
      const chance = p(seconds, one) + p(firsts, other);
      const same = one === other ? (1 - chance * (1 - kappa)) ** 2 : 0;
      const differ = one === other ? 0 : (1 - kappa) ** 2 * chance ** 2;
      return sum + share(1) * (same + differ);
    },
    -((kappa - byChance * (1 - kappa)) ** 2),
  );
  const error = Math.sqrt(Math.max(0, variance) / of) / (1 - byChance);
  const bound = (value: number) => Math.min(1, Math.max(-1, value));
  return { of, agreed, kappa, low: bound(kappa - Z_95 * error), high: bound(kappa + Z_95 * error) };
}
