let lost = false;

/** Told by the live connection whether it hears: the browser does not know of a server that is away. */
export function lineIsLost(now: boolean): void {
  lost = now;
}

/** Whether the server answers now. */
export async function isReachable(): Promise<boolean> {
  if (!navigator.onLine) return false;
  const signal = AbortSignal.timeout(5_000);
  const answer = await fetch("/api/health", { method: "HEAD", signal }).catch(() => null);
  return answer?.ok ?? false;
}

/**
 * Whether a page can be asked for. One that is asked for in vain would take the place of the page that
 * somebody reads: the router leaves it to the browser then. While the live connection hears, there is
 * no need to try.
 */
export const canOpen = async (): Promise<boolean> => (lost ? isReachable() : navigator.onLine);
