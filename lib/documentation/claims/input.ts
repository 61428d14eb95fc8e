import { z } from "zod";
import { leadId } from "@/lib/intake/lead-id";
import { LONGEST_WHY } from "./claim";

/** One lead. */
export const workInput = z.object({ leadId });

/** A lead that somebody else is on, and why it is taken from them. */
export const takeOverInput = z.object({
  leadId,
  words: z
    .string()
    .trim()
    .min(3, "Say in a word or two why.")
    .max(LONGEST_WHY, `This is too long: ${LONGEST_WHY} characters at most.`),
});
