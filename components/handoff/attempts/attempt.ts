import type { Outcome } from "@/lib/access/outcome";
import type { AttemptKind, AttemptResult } from "@/lib/handoff/outcome";

/** An attempt as it was made; the same `id` again is the same attempt. */
export type Attempt = {
  id: string;
  /** Who made it: nobody else may send it. */
  personId: string;
  handoffId: string;
  leadName: string;
  kind: AttemptKind;
  result: AttemptResult;
  words: string;
  /** Epoch milliseconds by this browser's clock, which tells no more than how long ago that is. */
  madeAt: number;
};

/** What the server says of an attempt: whether none was made before it, and who has the lead now. */
export type LoggedAttempt = { first: boolean; givenOnTo: string | null };

/** What came back: the server's answer, or why there is none yet. */
export type AttemptAnswer =
  | { answered: true; outcome: Outcome<LoggedAttempt> }
  | { answered: false; reason: string };
