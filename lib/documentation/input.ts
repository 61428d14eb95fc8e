import { z } from "zod";
import { leadId } from "@/lib/intake/lead-id";

/** A summary as it was written, and the version it was based on: 0 for the draft. */
export const summaryInput = z.object({
  leadId,
  text: z
    .string()
    .trim()
    .min(1, "Write at least one sentence.")
    .max(2_000, "This is too long for a glance: 2,000 characters at most."),
  basedOn: z.int().min(0),
});

const remark = (max: number) =>
  z
    .string()
    .trim()
    .min(3, "Write a few words.")
    .max(max, `This is too long: ${max} characters at most.`);

/** One sentence for the rep, or a flag of a few words (C5.4). */
export const noteInput = z.discriminatedUnion("kind", [
  z.object({ leadId, kind: z.literal("note"), text: remark(280) }),
  z.object({ leadId, kind: z.literal("flag"), text: remark(80) }),
]);

/** One note or flag. */
export const withdrawInput = z.object({ noteId: z.guid("This note does not exist.") });

/** One finding of a rep. */
export const settleInput = z.object({ findingId: z.guid("This finding does not exist.") });

/** A filter of the board as its address has it. */
export const boardInput = z.object({ query: z.record(z.string(), z.string()) });
