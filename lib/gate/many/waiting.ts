/**
 * A job is joined by others for so long: about as long as one waits to be taken. As long as others keep
 * joining it nobody takes it.
 */
export const JOINED_FOR_MS = 500;
const MOST_LEADS = 100_000;

/** By lead, the job that this process handed in last for it. Whether it waits only the database knows. */
const jobs = new Map<string, { job: string; until: number }>();

/** Of those leads that a job of a moment ago names, which job that is. */
export function perhapsWaiting(ids: readonly string[]): Map<string, string> {
  const now = performance.now();
  const found = new Map<string, string>();
  for (const id of ids) {
    const last = jobs.get(id);
    if (last && now < last.until) found.set(id, last.job);
  }
  return found;
}

/** Notes whom a job names that was handed in just now, whether or not that will be committed. */
export function noteWaiting(job: string, ids: readonly string[]): void {
  if (jobs.size + ids.length > MOST_LEADS) jobs.clear();
  const last = { job, until: performance.now() + JOINED_FOR_MS };
  for (const id of ids) jobs.set(id, last);
}
