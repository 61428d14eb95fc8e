import type { FailureCause } from "@/lib/enrichment/provider";
import type { Behind } from "./source";

/** How far one stream of a connection has been read, as its page shows it. */
export type Reading = {
  stream: string;
  /** What it holds, in a person's words. */
  holds: string;
  dueAt: Date;
  restsUntil: Date | null;
  caughtUpAt: Date | null;
  /** What of that is still to be read, where what happens now does not wait for it. */
  behind: Behind | null;
  /** What of it the other side does not give, such as the submissions of one form. */
  unread: readonly string[];
  readUntil: Date | null;
  readAt: Date | null;
  taken: number;
  refused: number;
  words: string | null;
  wordsAt: Date | null;
  cause: FailureCause | null;
  failure: string | null;
  /** Since when it has failed each time. */
  failedAt: Date | null;
  /** How often in a row it has failed by now. */
  failures: number;
  /** Records that are said to have changed and were not read back yet. */
  changed: number;
};
