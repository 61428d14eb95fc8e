import { z } from "zod";
import { keysOf } from "@/lib/platform/keys-of";
import { type FieldId, isFieldId } from "@/lib/standard/categories";
import { ATTEMPT_KINDS, ATTEMPT_RESULTS, REJECTION_REASONS } from "./outcome";

const LONGEST_WORDS = 2_000;

const handoffId = z.uuid("This page is out of date. Load it again.");
/** A form sends an empty text where nothing was typed. */
const words = z
  .string()
  .trim()
  .max(LONGEST_WORDS, `Keep it under ${LONGEST_WORDS} characters.`)
  .transform((text) => text || undefined)
  .optional();
const fieldId = z.custom<FieldId>(
  (id) => typeof id === "string" && isFieldId(id),
  "Choose a field.",
);

/** How a rep tried to reach the lead, and what came of it (Q.2). */
export const attemptInput = z.object({
  handoffId,
  kind: z.enum(keysOf(ATTEMPT_KINDS), "Choose how you tried."),
  result: z.enum(keysOf(ATTEMPT_RESULTS), "Choose what came of it."),
  words,
});

export const acceptInput = z.object({ handoffId });

/** Why a lead goes back; contact data that are wrong are named, anything else is said (Q.5). */
export const rejectInput = z
  .object({
    handoffId,
    reason: z.enum(keysOf(REJECTION_REASONS), "Choose a reason."),
    fieldId: fieldId.or(z.literal("").transform(() => undefined)).optional(),
    words,
  })
  .superRefine((input, context) => {
    if (input.reason === "wrong_contact_data" && !input.fieldId) {
      context.addIssue({ code: "custom", path: ["fieldId"], message: "Say which one is wrong." });
    }
    if (input.reason === "other" && !input.words) {
      context.addIssue({ code: "custom", path: ["words"], message: "Say in a few words why." });
    }
  });

export const missingInput = z.object({ handoffId, fieldId });
