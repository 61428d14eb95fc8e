import { z } from "zod";
import { leadsInput } from "@/lib/gate/aside/input";
import { BULK_MOST } from "@/lib/platform/bulk";
import { LONGEST_FLAG } from "../phrases/phrase";
import { DEED_NAMES } from "./effect";

const flag = z
  .string()
  .trim()
  .max(LONGEST_FLAG, `This is too long: ${LONGEST_FLAG} characters at most.`);

/** A deed that is to be shown before it is done. */
export const effectInput = leadsInput.extend({ deed: z.enum(DEED_NAMES), text: flag.optional() });

/** A flag for many leads. */
export const flagManyInput = leadsInput.extend({
  text: flag
    .min(3, "Write a few words.")
    .refine((text) => !/[{}]/.test(text), "Fill in what stands in braces."),
});

/** Flags that were set together, to be taken back together. */
export const unflagManyInput = z.object({ noteIds: z.array(z.guid()).min(1).max(BULK_MOST) });

/** Whether what was left out as doubtful counts after all. */
export const settleDoubtsInput = leadsInput.extend({ counts: z.boolean() });

/** Choices about activities that were made together, to be taken back together. */
export const undoDoubtsInput = leadsInput.extend({
  activityIds: z.array(z.guid()).min(1).max(20_000),
});
