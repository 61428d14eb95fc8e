import { z } from "zod";
import { FIELD_IDS, type FieldId } from "@/lib/standard/categories";
import { FILL_MODES } from "@/lib/standard/fill-mode";

const whole = (what: string) => z.int(`${what} must be a whole number.`);

/** The chain as its page sends it: every step that is shown, in order. */
export const chainInput = z.object({
  steps: z
    .array(
      z.object({
        id: z.guid("is not a step's id"),
        position: whole("The position").min(1),
        enabled: z.boolean(),
        timeLimitMs: whole("A time limit")
          .min(500, "A time limit is at least half a second.")
          .max(30_000, "A time limit is at most 30 seconds, as all asking ends by then."),
        cacheDays: whole("The days that an answer is kept")
          .min(0, "The days that an answer is kept cannot be less than 0.")
          .max(3_650, "An answer is kept for at most 3650 days."),
        fills: z.partialRecord(
          z.enum(FIELD_IDS as [FieldId, ...FieldId[]], "There is no such field."),
          z.enum(FILL_MODES, "There is no such way to fill a field."),
        ),
      }),
    )
    .min(1, "There is no step to save.")
    .max(500, "These are too many steps."),
});
