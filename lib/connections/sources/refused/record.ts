/** A record that the other side refuses to tell of, as the connection's page shows it. */
export type RefusedRecord = {
  stream: string;
  recordId: string;
  /** Why, in the words of its last refusal. */
  reason: string;
  since: Date;
  /** When it is asked for again; null where it was given up. */
  againAt: Date | null;
};
