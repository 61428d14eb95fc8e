import { z } from "zod";

export const fallbackInput = z.object({
  fallbackId: z.guid("is not the id of a fallback"),
  /** Routed again by the rules, or left with whom it is. */
  how: z.enum(["again", "stays"]),
});
