import { z } from "zod";
import { HOUR } from "@/lib/platform/durations";
import type { Secrets } from "./secrets";

/** How long the secret before holds besides, unless it is said; a week is the longest. */
export const OVERLAP_HOURS = 24;
export const LONGEST_OVERLAP_HOURS = 7 * 24;
/** As many as hold at once: each is another signature in the header of an event, or another to try. */
export const MOST_SECRETS = 3;

const earlierKept = z.array(z.object({ secret: z.string(), until: z.coerce.date() }));
type EarlierSecret = z.output<typeof earlierKept>[number];

/** Secrets that were replaced and still hold at a moment, the latest first. */
export function earlierInForce({ earlierSecrets }: Secrets, now: Date): EarlierSecret[] {
  if (!earlierSecrets) return [];
  return earlierKept.parse(JSON.parse(earlierSecrets)).filter(({ until }) => until > now);
}

/** What held at a moment, for so many hours more, before those that were replaced earlier. */
export function withEarlier(
  kept: Secrets,
  before: string,
  hours: number,
  now: Date,
): EarlierSecret[] {
  const until = new Date(now.getTime() + hours * HOUR);
  return [{ secret: before, until }, ...earlierInForce(kept, now)];
}

/** They as they are kept beside the secret in force; nothing where none is left. */
export const keptEarlier = (earlier: readonly EarlierSecret[]): Secrets =>
  earlier.length > 0 ? { earlierSecrets: JSON.stringify(earlier) } : {};

/** When the last of them ends; null where there is none. */
export const lastUntil = (earlier: readonly EarlierSecret[]): Date | null =>
  earlier.length > 0 ? new Date(Math.max(...earlier.map(({ until }) => until.getTime()))) : null;
