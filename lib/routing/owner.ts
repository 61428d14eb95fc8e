/** A rep as routing sees them. `lastRoutedAt` is when they last received a lead, epoch ms. */
export type Rep = {
  id: string;
  name: string;
  territory: readonly string[];
  territoryName: string | null;
  lastRoutedAt: number | null;
};

/** Who gets the lead, the sentence that tells the rep why, and what each rule said (C5.2). */
export type RoutingDecision = { ownerId: string; reason: string; path: string[] };

/** The rep who waited longest; by name where two waited equally, so that the answer is one. */
function longestWaiting(reps: readonly Rep[]): Rep | undefined {
  return reps.toSorted(
    (one, other) =>
      (one.lastRoutedAt ?? 0) - (other.lastRoutedAt ?? 0) || one.name.localeCompare(other.name),
  )[0];
}

/**
 * Account ownership first, then territory, then round robin over all active reps (spec C5.2).
 * `reps` holds the active ones only; null where there is none, so that nobody is invented.
 */
export function chooseOwner(
  lead: { accountOwnerId: string | null; companyName: string; country: string | null },
  reps: readonly Rep[],
): RoutingDecision | null {
  const path: string[] = [];
  const owner = reps.find((rep) => rep.id === lead.accountOwnerId);
  if (owner) {
    path.push(`Account ownership: ${owner.name} owns ${lead.companyName}.`);
    return { ownerId: owner.id, reason: `Yours: you own ${lead.companyName}`, path };
  }
  path.push(
    lead.accountOwnerId
      ? "Account ownership: the owner is not an active rep."
      : `Account ownership: nobody owns ${lead.companyName}.`,
  );
  const { country } = lead;
  const local = longestWaiting(reps.filter((rep) => country && rep.territory.includes(country)));
  if (local) {
    const name = local.territoryName ?? country;
    path.push(`Territory: ${country} belongs to ${name}; ${local.name} has waited longest there.`);
    return { ownerId: local.id, reason: `Yours by territory: ${name}`, path };
  }
  path.push(
    country ? `Territory: nobody covers ${country}.` : "Territory: the country is unknown.",
  );
  const next = longestWaiting(reps);
  if (!next) return null;
  path.push(`Round robin: ${next.name} has waited longest.`);
  const why = country ? `nobody covers ${country}` : "the country is unknown";
  return { ownerId: next.id, reason: `Yours by round robin: ${why}`, path };
}
