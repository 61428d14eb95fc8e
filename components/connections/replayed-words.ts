/** Whether what is replayed came in, or goes out. */
export type Way = "in" | "out";
const VERBS = { in: "taken in", out: "sent" } as const;

/** What is said once events are taken in again, or sent again. */
export function replayedWords(
  { replayed, waits }: { replayed: number; waits: boolean },
  way: Way,
): string {
  const what = replayed === 1 ? "1 event" : `${replayed} events`;
  const verb = VERBS[way];
  if (waits) return `${what} will be ${verb} once the connection is resumed.`;
  return replayed === 1 ? `It is ${verb} again now.` : `${what} are ${verb} again now.`;
}
