import { z } from "zod";
import { phraseFault } from "./phrase";

const text = z
  .string()
  .trim()
  .superRefine((given, context) => {
    const message = phraseFault(given);
    if (message) context.addIssue({ code: "custom", message });
  });
const phraseId = z.guid("This phrase does not exist.");

/** A new phrase of the library. */
export const newPhraseInput = z.object({ text });

/** A phrase in other words. */
export const changedPhraseInput = z.object({ phraseId, text });

/** One phrase. */
export const phraseInput = z.object({ phraseId });
