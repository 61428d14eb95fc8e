import type { Loose } from "@/lib/intake/tracking/loose";
import { readableActivity } from "../readable";
import { afterRound, type Round } from "../round";
import { nothing, type SourcePage } from "../source";
import type { Listed } from "./ask";
import { recognised } from "./visitor";

/**
 * A page of what people did as it is taken in: `read` says what a row tells, or null where that is of
 * no use to us. `at` is where the round stood before it.
 */
export function unitPage(
  { values, more, time }: Listed,
  at: Round,
  connectionId: string,
  read: (row: Loose) => Parameters<typeof readableActivity>[0] | null,
): SourcePage {
  const refused: string[] = [];
  const given = values.map(read).filter((one) => one !== null);
  const numbers = values.map(({ id }) => id);
  return {
    ...nothing({}, true, null),
    activities: given.flatMap((one) => readableActivity(one, refused) ?? []),
    refused,
    passedOver: values.length - given.length,
    recognised: recognised(values, connectionId),
    ...afterRound(at, numbers, more, time),
  };
}
