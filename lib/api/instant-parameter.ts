import { z } from "zod";
import { instant } from "@/lib/intake/instant";

/** A query parameter or member that names an instant, such as 2026-06-03T14:30:00Z. */
export const instantParameter = z
  .string("must be a date and time")
  .max(100, "is longer than 100 characters")
  .transform((given, context) => {
    const answer = instant(given);
    if (answer.ok) return answer.at;
    context.addIssue({ code: "custom", message: answer.reason });
    return z.NEVER;
  });
