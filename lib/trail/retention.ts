/**
 * The first instant whose activities are kept: the start (UTC) of the month that lies `months`
 * before this one, so that only whole months are forgotten. Null: everything is kept.
 */
export function forgottenBefore(months: number | null, now: Date): Date | null {
  if (months === null) return null;
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1));
}
