import { z } from "zod";

/** Longer than a summary may be, so that nothing is lost that has to be shortened first. */
const LONGEST = 20_000;

const unsavedText = z.strictObject({
  text: z.string().max(LONGEST),
  basedOn: z.int().min(0),
  at: z.iso.datetime(),
});

/** What a page sends while it is open: text to be kept, null for what need not be, and whether one writes. */
export const signInput = z.strictObject({
  summary: unsavedText.nullish(),
  note: unsavedText.nullish(),
  writing: z.boolean(),
  /** The page is being left. */
  leaving: z.boolean().optional(),
});
export type Sign = z.infer<typeof signInput>;
