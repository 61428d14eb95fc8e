import {
  earlierInForce,
  keptEarlier,
  lastUntil,
  MOST_SECRETS,
  withEarlier,
} from "../earlier-secrets";
import type { Secrets } from "../secrets";

/** What signs an event at a moment, the newest first; none where there is no secret. */
export function signingSecrets(kept: Secrets, now: Date): string[] {
  const { signingSecret } = kept;
  if (!signingSecret) return [];
  return [signingSecret, ...earlierInForce(kept, now).map(({ secret }) => secret)];
}

/**
 * A hook's secrets with a new one. The one before signs besides for some hours, so that whoever
 * checks has time to change over; for none where it got into the wrong hands, and then none that
 * came before does. Null where as many sign as may.
 */
export function withNewSecret(
  kept: Secrets,
  fresh: string,
  hours: number,
  now: Date,
): { secrets: Secrets; earlierUntil: Date | null } | null {
  const { signingSecret: before } = kept;
  const earlier = before && hours > 0 ? withEarlier(kept, before, hours, now) : [];
  if (earlier.length >= MOST_SECRETS) return null;
  return {
    secrets: { signingSecret: fresh, ...keptEarlier(earlier) },
    earlierUntil: lastUntil(earlier),
  };
}
