import { z } from "zod";
import { leadId } from "@/lib/intake/lead-id";
import { FILLABLE } from "./filling/field-input";

/** A value typed for a field; `fieldInput` reads it further. */
export const fillInput = z.object({
  leadId,
  fieldId: z.enum(FILLABLE, "This field cannot be filled by hand."),
  value: z
    .string()
    .trim()
    .min(1, "Type a value, or say why it cannot be had.")
    .max(2_000, "This is too long: 2,000 characters at most."),
});

/** Why a field cannot be had (spec C: 'Not obtainable, because …'). */
export const notObtainableInput = fillInput.omit({ value: true }).extend({
  notObtainable: z
    .string()
    .trim()
    .min(3, "Say in a few words why it cannot be had.")
    .max(300, "This is too long: 300 characters at most."),
});

/** Why a lead is set aside. */
export const setAsideInput = z.object({
  leadId,
  reason: z
    .string()
    .trim()
    .min(3, "Say in a few words why it is set aside.")
    .max(200, "This is too long: 200 characters at most."),
});

/** One lead. */
export const leadInput = z.object({ leadId });
