import { z } from "zod";

/** An absence as it is given: two instants (ISO 8601), the first moment away and the first one back. */
export const absenceInput = z
  .object({
    personId: z.guid("is not a person's id"),
    startsAt: z.iso.datetime({ offset: true, error: "Say from when." }),
    endsAt: z.iso.datetime({ offset: true, error: "Say until when." }),
    words: z.string().trim().max(200, "This is too long.").optional(),
  })
  .refine(({ startsAt, endsAt }) => Date.parse(endsAt) > Date.parse(startsAt), {
    path: ["endsAt"],
    message: "They must be back after they leave.",
  });

export const withdrawnAbsenceInput = z.object({ absenceId: z.guid("is not an absence's id") });
