import { z } from "zod";
import { asInstant } from "@/lib/intake/input";

/** A query parameter or member that names an instant, such as 2026-06-03T14:30:00Z. */
export const instantParameter = z
  .string("must be a date and time")
  .max(100, "is longer than 100 characters")
  .transform(asInstant);
