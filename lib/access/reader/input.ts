import { z } from "zod";
import { zoneToday } from "./zone-names";

const isTimeZone = (name: string) => {
  // An offset such as +02:00 would be wrong after the next change of the clocks.
  if (/^[+-]/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
};

const isLocale = (tag: string) => {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
};

/** How somebody reads times and numbers, as their browser says it. */
export const readerInput = z.object({
  timeZone: z
    .string()
    .max(64, "is not a time zone")
    .refine(isTimeZone, "Choose a time zone.")
    .transform(zoneToday),
  locale: z
    .string()
    .max(35, "is not a language")
    .refine(isLocale, "Choose how dates and numbers are written."),
});

/** The same of a person, as a form gives it. */
export const personsReaderInput = readerInput.extend({
  personId: z.guid("is not a person's id"),
});
