import { z } from "zod";
import { readLanguage, readPlace } from "../places";
import { countriesOf } from "../regions";

const MOST = 250;
const parts = (text: string) =>
  text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

/** A list typed with commas, each part as `read` takes it; what it cannot take is named. */
const typedList = (read: (part: string) => string | null, what: string) =>
  z
    .string()
    .max(4000, "This is too long.")
    .transform((text, context) => {
      const wrong = parts(text).find((part) => read(part) === null);
      if (wrong) context.addIssue({ code: "custom", message: `'${wrong}' is no ${what}.` });
      return [...new Set(parts(text).flatMap((part) => read(part) ?? []))].slice(0, MOST);
    });

const wholeOrNone = (most: number) =>
  z
    .string()
    .trim()
    .transform((text) => (text === "" ? null : Number(text)))
    .refine(
      (value) => value === null || (Number.isInteger(value) && value >= 0 && value <= most),
      `Give a whole number up to ${most}, or nothing.`,
    );

/** What an admin says of a rep for routing, as a form gives it: lists with commas between. */
export const memberInput = z.object({
  personId: z.guid("is not a person's id"),
  territoryName: z.string().trim().max(80, "This is too long: 80 characters at most."),
  territory: typedList(readPlace, "country and no region").transform((places) => [
    ...countriesOf(places),
  ]),
  languages: typedList(readLanguage, "language"),
  products: typedList((part) => part.slice(0, 80), "product"),
  segments: typedList((part) => part, "segment"),
  leadCap: wholeOrNone(100_000),
  weight: z.coerce
    .number("Give a whole number, such as 1.")
    .int("Give a whole number, such as 1.")
    .min(0, "A weight is 0 or more.")
    .max(100, "A weight is 100 at most."),
});
