import { z } from "zod";
import { rowId as handoffId } from "@/lib/access/row-id";
import { keysOf } from "@/lib/platform/keys-of";
import { FIELD_IDS, type FieldId, isFieldId } from "@/lib/standard/categories";
import { ATTEMPT_KINDS, ATTEMPT_RESULTS, LONGEST_WORDS, REJECTION_REASONS } from "./outcome";
import { ASKED_OF } from "./wrong/fields";

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
  /** Chosen by the sender: what is sent twice is logged once. */
  id: z.guid().optional(),
  /** How long before it was sent it was made, in milliseconds: the sender's clock may be wrong. */
  agoMs: z.number().min(0).optional(),
  kind: z.enum(keysOf(ATTEMPT_KINDS), "Choose how you tried."),
  result: z.enum(keysOf(ATTEMPT_RESULTS), "Choose what came of it."),
  words,
});

/** A handoff that is accepted, or whose decision is taken back. */
export const handoffInput = z.object({ handoffId });

/** Why a lead goes back; contact data that are wrong are named, anything else is said (Q.5). */
export const rejectInput = z
  .object({
    handoffId,
    reason: z.enum(keysOf(REJECTION_REASONS), "Choose a reason."),
    fieldId: fieldId.or(z.literal("").transform(() => undefined)).optional(),
    words,
  })
  .superRefine((input, context) => {
    const asked = ASKED_OF[input.reason];
    const named: FieldId | undefined = input.fieldId;
    if (named && !asked?.fields.some((field) => field === named)) {
      context.addIssue({ code: "custom", path: ["fieldId"], message: "Choose one of the list." });
    }
    if (asked?.required && !input.fieldId) {
      context.addIssue({ code: "custom", path: ["fieldId"], message: "Say which one is wrong." });
    }
    if (input.reason === "other" && !input.words) {
      context.addIssue({ code: "custom", path: ["words"], message: "Say in a few words why." });
    }
  });

export const missingInput = z.object({ handoffId, fieldId });

const LONGEST_MINUTES = 240;

/** What was done before the first attempt (A.4, R.2). */
export const researchInput = z.discriminatedUnion("lookedUp", [
  z.object({ handoffId, lookedUp: z.literal(false) }),
  z.object({
    handoffId,
    lookedUp: z.literal(true),
    fieldIds: z.array(fieldId).min(1, "Choose what you looked up.").max(FIELD_IDS.length),
    minutes: z.number("Say how many minutes.").int().min(1).max(LONGEST_MINUTES),
  }),
]);
