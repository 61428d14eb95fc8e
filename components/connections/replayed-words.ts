/** What is said once events are taken in again. */
export function replayedWords({ replayed, waits }: { replayed: number; waits: boolean }): string {
  const what = replayed === 1 ? "1 event" : `${replayed} events`;
  if (waits) return `${what} will be taken in once the connection is resumed.`;
  return replayed === 1 ? "It is taken in again now." : `${what} are taken in again now.`;
}
