import { z } from "zod";
import { reasonInput } from "@/lib/access/next-version";
import { settingsInput } from "../model/settings-input";

/** What a draft is to say; `revision` is the one it was made from, null for the first. */
export const modelDraftInput = z.strictObject({
  settings: settingsInput,
  revision: z.number().int().positive().nullable(),
  reason: reasonInput,
});
export type ModelDraftInput = z.output<typeof modelDraftInput>;

/** The revision that was looked at. */
export const modelRevisionInput = z.strictObject({
  draftId: z.guid(),
  revision: z.number().int().positive(),
});
export type ModelRevision = z.output<typeof modelRevisionInput>;
