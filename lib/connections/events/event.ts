import type { WebhookState } from "../senders/state";

/** An event of a connection as a list shows it. */
export type EventRow = {
  id: string;
  /** The sender's own id of it, or a digest of what it sent. */
  key: string;
  receivedAt: Date;
  takenAt: Date | null;
  state: WebhookState;
  /** What became of it, or what its last try failed of. */
  words: string | null;
  bytes: number;
};

/** Which events of a connection are meant; `since` is inclusive. */
export type EventFilter = { state?: WebhookState | undefined; since?: Date | undefined };
