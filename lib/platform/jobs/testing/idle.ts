import { QUEUE_NAMES } from "../queues";
import type { Handlers } from "../runner";

/** Handlers that do nothing, for the queues that a test is not about. */
export const idleHandlers = (): Handlers =>
  Object.fromEntries(QUEUE_NAMES.map((name) => [name, async () => []])) as unknown as Handlers;
