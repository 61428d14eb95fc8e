import { DAY, SECOND } from "@/lib/platform/durations";

/** The first pause after a failure, and the longest; each is twice the one before. */
const FIRST_SECONDS = 10;
const LONGEST_SECONDS = 30 * 60;
/**
 * A CRM may be away over a long weekend; what is older than that, and was tried so often, is given up
 * and can be replayed.
 */
export const GIVEN_UP_AFTER_DAYS = 5;
const GIVEN_UP_AFTER_TRIES = 8;
/** Some of a batch may be what the whole of it fails of: from this try on each goes alone. */
export const ALONE_FROM_TRY = 3;

/**
 * When something that failed `tries` times is sent again; null where it is given up. Pauses double,
 * and between half and all of each is taken by chance (`random`, from 0 to 1), so that what failed
 * together does not come back together. Never sooner than the other side wishes, in seconds.
 */
export function nextSending(
  { tries, at }: { tries: number; at: Date },
  now: Date,
  wish: number | undefined,
  random: number,
): Date | null {
  const isOld = now.getTime() - at.getTime() > GIVEN_UP_AFTER_DAYS * DAY;
  if (isOld && tries >= GIVEN_UP_AFTER_TRIES) return null;
  const pause = Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** Math.max(0, tries - 1));
  const jittered = pause * (0.5 + random / 2);
  return new Date(now.getTime() + Math.max(jittered, wish ?? 0) * SECOND);
}
