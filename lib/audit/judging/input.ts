import { z } from "zod";
import { rowId } from "@/lib/access/row-id";
import { CATEGORY_KEYS, FIELD_IDS } from "@/lib/standard/categories";
import { VERDICTS } from "@/lib/standard/field";

/** What an auditor says of one category of one lead. */
export const judgeInput = z.object({
  lineId: rowId,
  category: z.enum(CATEGORY_KEYS, "There is no such category."),
  verdict: z.enum(VERDICTS, "Choose complete, partial or absent."),
  fieldIds: z.array(z.enum(FIELD_IDS, "There is no such field.")).default([]),
  reason: z.string().trim().max(1_000, "Keep it under 1,000 characters."),
});
export type JudgeInput = z.output<typeof judgeInput>;

/** One lead of a sample. */
export const lineInput = z.object({ lineId: rowId });

/** One audit. */
export const auditInput = z.object({ auditId: rowId });
