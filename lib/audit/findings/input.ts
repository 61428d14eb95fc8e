import { z } from "zod";
import { keysOf } from "@/lib/platform/keys-of";
import { FIELD_IDS } from "@/lib/standard/categories";
import { GAP_VERDICTS } from "../gaps/gap";

const OLD_PAGE = "This page is out of date. Load it again.";

/** A gap that becomes a finding (A.5). */
export const findingInput = z.object({
  auditId: z.guid(OLD_PAGE),
  fieldId: z.enum(FIELD_IDS, "There is no such field."),
  verdict: z.enum(keysOf(GAP_VERDICTS), "Choose a verdict."),
  reason: z.string().trim().max(1_000, "Keep it under 1,000 characters."),
  ownerId: z.guid("Choose who mends it."),
  dueOn: z.iso.date("Give the day as year, month and day."),
});
export type FindingInput = z.output<typeof findingInput>;

/** A finding that is measured again. */
export const measureInput = z.object({ findingId: z.guid(OLD_PAGE) });
