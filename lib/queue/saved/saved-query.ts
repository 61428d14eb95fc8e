import { address } from "@/lib/platform/address";
import { lastingQuery, type QueueView } from "../view";

/** A view as it is kept: its address's parameters as one text, without the moment. */
export function savedQuery(view: QueueView): string {
  return address("", lastingQuery(view)).slice(1);
}

/** A view's name, in characters. */
export const LONGEST_NAME = 60;

/** A queue as its rep named it. `opens`: the queue begins with it. */
export type SavedView = { id: string; name: string; query: string; opens: boolean };
