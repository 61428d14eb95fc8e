import type { Rep } from "./rep";

/** A lead as credits count it: they are whole numbers, so that no rounding ever adds up. */
export const ONE_LEAD = 1_000_000;

/** What each of those who shared a turn gains or gives; sums up to nothing. */
export type CreditChange = { personId: string; by: number };
type Turn = { repId: string; changes: CreditChange[] };

/**
 * Whose turn it is among those who can take this lead. Everyone among them is owed the share of
 * the lead that is their weight in the weights of all; whoever is owed most gets it and gives back
 * what was owed. So shares come true over any mix of changing groups, nobody who was away is owed
 * anything for it, and the same credits give the same answer.
 *
 * R. Fagin and J. H. Williams, A fair carpool scheduling algorithm, IBM J. Res. Dev. 27(2), 1983,
 * with weights. Equal credits go to whoever has waited longest, then by name, then by id. Those
 * without a weight get a lead only among themselves. Null where there is nobody.
 */
export function takeTurn(candidates: readonly Rep[]): Turn | null {
  const weighted = candidates.filter(({ weight }) => weight > 0);
  const sharing = weighted.length > 0 ? weighted : candidates.map((rep) => ({ ...rep, weight: 1 }));
  const total = sharing.reduce((sum, { weight }) => sum + weight, 0);
  const owed = sharing.map((rep) => ({ rep, share: Math.round((ONE_LEAD * rep.weight) / total) }));
  const [first] = owed.toSorted(
    (one, other) =>
      other.rep.credit + other.share - (one.rep.credit + one.share) ||
      (one.rep.lastRoutedAt ?? 0) - (other.rep.lastRoutedAt ?? 0) ||
      one.rep.name.localeCompare(other.rep.name, "en") ||
      (one.rep.id < other.rep.id ? -1 : 1),
  );
  if (!first) return null;
  const given = owed.reduce((sum, { share }) => sum + share, 0);
  const changes = owed.map(({ rep, share }) => ({
    personId: rep.id,
    by: rep.id === first.rep.id ? share - given : share,
  }));
  return { repId: first.rep.id, changes: changes.filter(({ by }) => by !== 0) };
}
