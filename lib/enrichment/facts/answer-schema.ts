import { z } from "zod";
import { entryOf } from "@/lib/platform/entry-of";

/**
 * Pieces of an answer's schema. An answer's frame must be as documented, or nothing of it is
 * believed; a single value of another kind than documented is taken as not given.
 */

/** A text of sensible length, or null. */
export const text = z.string().max(2_000).nullish().catch(null);

/** A number, also one that came as a text ('1500'), or null. */
export const amount = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .nullish()
  .catch(null);

/** Yes or no, also as ZoomInfo writes it ('false', 'Yes'); null where it is neither. */
export const flag = z
  .union([
    z.boolean(),
    z.string().transform((word) => entryOf(YES_OR_NO, word.toLowerCase()) ?? null),
  ])
  .nullish()
  .catch(null);

const YES_OR_NO: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  false: false,
  no: false,
};

/** The texts of a list, or of one text; empty where there is neither. */
export const texts = z
  .union([z.array(z.unknown()), z.string()])
  .nullish()
  .catch(null)
  .transform((given) => (typeof given === "string" ? [given] : (given ?? [])).filter(isText));

const isText = (one: unknown): one is string => typeof one === "string" && one.length <= 2_000;
