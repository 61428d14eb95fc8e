import { z } from "zod";
import type { Secrets } from "../secrets";

/** How long the secret before signs besides, unless it is said; a week is the longest. */
export const OVERLAP_HOURS = 24;
export const LONGEST_OVERLAP_HOURS = 7 * 24;
/** As many as sign at once: each is another signature in the header of every event. */
export const MOST_SECRETS = 3;
const HOUR = 3_600_000;

const earlierKept = z.array(z.object({ secret: z.string(), until: z.coerce.date() }));
export type EarlierSecret = z.output<typeof earlierKept>[number];

/** Secrets that were replaced and still sign at a moment, the latest first. */
function earlierInForce({ earlierSecrets }: Secrets, now: Date): EarlierSecret[] {
  if (!earlierSecrets) return [];
  return earlierKept.parse(JSON.parse(earlierSecrets)).filter(({ until }) => until > now);
}

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
  if (!before || hours === 0) return { secrets: { signingSecret: fresh }, earlierUntil: null };
  const until = new Date(now.getTime() + hours * HOUR);
  const earlier = [{ secret: before, until }, ...earlierInForce(kept, now)];
  if (earlier.length >= MOST_SECRETS) return null;
  const last = Math.max(...earlier.map((one) => one.until.getTime()));
  return {
    secrets: { signingSecret: fresh, earlierSecrets: JSON.stringify(earlier) },
    earlierUntil: new Date(last),
  };
}
