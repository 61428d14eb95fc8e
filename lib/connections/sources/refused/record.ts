/** A record that the other side refuses to tell of, as the connection's page shows it. */
export type RefusedRecord = {
  stream: string;
  recordId: string;
  /** Why, in the words of its last refusal. */
  words: string;
  since: Date;
  /** When it is asked for again; null where it was given up. */
  againAt: Date | null;
};

/** Beside the records of a stream, those that are refused: since when, and in place of a parent the reason. */
export const refusedOf = (stream: string) => `${stream}, refused`;
