/**
 * Whether the server can be asked for a page now. One that is asked for in vain would take the place of
 * the page that somebody reads: the router leaves it to the browser then.
 */
export async function isReachable(): Promise<boolean> {
  if (!navigator.onLine) return false;
  const answer = await fetch("/api/health", { method: "HEAD" }).catch(() => null);
  return answer?.ok ?? false;
}
