import type { ActivityInput } from "../../input";
import type { Stamp } from "./activity-row";

/** By what a message is known again. */
export type Receipt = { source: string; id: string };

/** Half a surrogate pair, as a cut leaves it, cannot be kept. */
export const receiptKey = ({ source, id }: Receipt) => `${source}\n${id}`.toWellFormed();

/** What an activity is known again by. */
export const receiptOf = ({ id, source }: ActivityInput, stamp: Stamp): Receipt => ({
  id,
  source: source ?? stamp.source,
});
