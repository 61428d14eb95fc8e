/** Whether what is replayed came in, goes out to a CRM, or is told to a hook. */
export type Way = "in" | "out" | "told";
const VERBS = { in: "taken in", out: "sent", told: "sent" } as const;

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
