import { z } from "zod";
import { rowId } from "@/lib/access/row-id";
import { keysOf } from "@/lib/platform/keys-of";
import { FIELD_IDS } from "@/lib/standard/categories";
import { GAP_VERDICTS } from "../gaps/gap";

/** A gap that becomes a finding (A.5). */
export const findingInput = z.object({
  auditId: rowId,
  fieldId: z.enum(FIELD_IDS, "There is no such field."),
  verdict: z.enum(keysOf(GAP_VERDICTS), "Choose a verdict."),
  reason: z.string().trim().max(1_000, "Keep it under 1,000 characters."),
  ownerId: z.guid("Choose who mends it."),
  dueOn: z.iso.date("Give the day as year, month and day."),
});
export type FindingInput = z.output<typeof findingInput>;

/** A finding that is measured again. */
export const measureInput = z.object({ findingId: rowId });
